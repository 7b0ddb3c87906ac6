/**
 * Where drafts and unsent messages outlive a reload of the page: this tab only, so that nothing a customer was told is
 * left on a shared computer.
 */
export interface Keep {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

class KeepInMemory implements Keep {
  private readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

/** The first keep while it works; memory when the browser refuses storage or it is full. */
export function safely(open: () => Keep): Keep {
  const memory = new KeepInMemory();
  function tryOrElse<T>(attempt: (keep: Keep) => T, otherwise: (keep: Keep) => T): T {
    try {
      return attempt(open());
    } catch {
      // Storage switched off or full: the desk works on, drafts then last as long as the page.
      return otherwise(memory);
    }
  }
  return {
    getItem: (key) => memory.getItem(key) ?? tryOrElse((keep) => keep.getItem(key), () => null),
    setItem: (key, value) => {
      memory.removeItem(key);
      tryOrElse((keep) => keep.setItem(key, value), (keep) => keep.setItem(key, value));
    },
    removeItem: (key) => {
      memory.removeItem(key);
      tryOrElse((keep) => keep.removeItem(key), () => undefined);
    },
  };
}

export const thisTab = safely(() => sessionStorage);

/** For what an agent set at this computer: sound on or off, keys on or off. Nothing of customers. */
export const rememberedHere = safely(() => localStorage);
