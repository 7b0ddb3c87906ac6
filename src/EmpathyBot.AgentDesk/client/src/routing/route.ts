import { useSyncExternalStore } from 'react';

const prefix = '#/conversations/';

/** The conversation an address names, or null for the queue alone. */
export function conversationIn(hash: string): string | null {
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

/** The queue's own address. */
export const queueAddress = '#/';

function subscribe(onChange: () => void) {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** The open conversation; the browser's back button leads back to the queue. */
export function useRoute(): string | null {
  return conversationIn(useSyncExternalStore(subscribe, () => location.hash));
}
