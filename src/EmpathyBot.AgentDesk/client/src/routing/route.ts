import { useMemo, useSyncExternalStore } from 'react';

/** What is shown. */
export type Route = { kind: 'queue' } | { kind: 'conversation'; id: string } | { kind: 'supervision' } | { kind: 'audit' };

const prefix = '#/conversations/';

/** The queue's own address. */
export const queueAddress = '#/';

export const supervisionAddress = '#/supervision';

export const auditAddress = '#/audit';

/** What an address names; the queue when it names nothing. */
export function routeIn(hash: string): Route {
  if (hash === supervisionAddress) return { kind: 'supervision' };
  if (hash === auditAddress) return { kind: 'audit' };
  const id = conversationIn(hash);
  return id === null ? { kind: 'queue' } : { kind: 'conversation', id };
}

function conversationIn(hash: string): string | null {
  if (!hash.startsWith(prefix)) return null;
  const id = hash.slice(prefix.length);
  try {
    return id === '' ? null : decodeURIComponent(id);
  } catch {
    // A mistyped address is the queue, not an error page.
    return null;
  }
}

export const addressOf = (conversationId: string) => prefix + encodeURIComponent(conversationId);

function subscribe(onChange: () => void) {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** What is open; the browser's back button leads back to the queue. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => routeIn(hash), [hash]);
}
