import type { HandoffItem } from '../api/types';

/** What an agent should hear of. */
export interface News {
  /** New among those who wait. */
  waiting: HandoffItem[];
  /** Passed on to this agent. */
  forMe: HandoffItem[];
  /** Customers of this agent who wrote and wait for an answer. */
  wrote: HandoffItem[];
}

export interface Heard {
  waiting: ReadonlySet<string>;
  forMe: ReadonlySet<string>;
  awaiting: ReadonlySet<string>;
}

interface Groups {
  mine: readonly HandoffItem[];
  forMe: readonly HandoffItem[];
  waiting: readonly HandoffItem[];
}

const ids = (items: readonly HandoffItem[]) => new Set(items.map((item) => item.id));
const awaiting = (items: readonly HandoffItem[]) => items.filter((item) => item.awaitsReply);

export const heardOf = (groups: Groups): Heard => ({
  waiting: ids([...groups.waiting, ...groups.forMe]),
  forMe: ids(groups.forMe),
  awaiting: ids(awaiting(groups.mine)),
});

/** What came since the queue was last read; nothing when it is read for the first time. */
export function newsSince(before: Heard | null, groups: Groups): News {
  if (before === null) return { waiting: [], forMe: [], wrote: [] };
  return {
    waiting: groups.waiting.filter((item) => !before.waiting.has(item.id)),
    forMe: groups.forMe.filter((item) => !before.forMe.has(item.id)),
    wrote: awaiting(groups.mine).filter((item) => !before.awaiting.has(item.id)),
  };
}

export const isAny = (news: News) => news.waiting.length + news.forMe.length + news.wrote.length > 0;

/** The news in sentences, for who does not see them. */
export function newsInWords({ waiting, forMe, wrote }: News): string[] {
  const headlines = (items: readonly HandoffItem[]) => items.map((item) => item.headline).join('; ');
  return [
    forMe.length > 0 ? `Passed on to you: ${headlines(forMe)}` : '',
    waiting.length > 0 ? `New in the queue: ${headlines(waiting)}` : '',
    wrote.length > 0 ? `Wrote to you: ${wrote.map((item) => item.customer ?? item.headline).join('; ')}` : '',
  ].filter((sentence) => sentence !== '');
}
