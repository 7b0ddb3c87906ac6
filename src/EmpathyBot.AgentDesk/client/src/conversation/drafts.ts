import type { Keep } from './keep';

const keyOf = (conversationId: string) => `desk:draft:${conversationId}`;

export const readDraft = (keep: Keep, conversationId: string) => keep.getItem(keyOf(conversationId)) ?? '';

/** Keeps what is being written; an empty draft leaves nothing behind. */
export function keepDraft(keep: Keep, conversationId: string, text: string): void {
  if (text === '') keep.removeItem(keyOf(conversationId));
  else keep.setItem(keyOf(conversationId), text);
}

/** The draft with words put in: alone when it was empty, else after what is there, so that nothing written is lost. */
export function draftWith(draft: string, addition: string): string {
  if (draft.trim() === '') return addition;
  return draft.includes(addition) ? draft : `${draft.trimEnd()}\n\n${addition}`;
}
