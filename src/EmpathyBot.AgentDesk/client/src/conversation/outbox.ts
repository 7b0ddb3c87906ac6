import type { Turn } from '../api/types';
import type { Keep } from './keep';

/** A message of the agent on its way to the customer. */
export interface Outgoing {
  /** Unique; the same for every try, so that a repeated one can be recognised. */
  key: string;
  text: string;
  /** The file that is sent instead of words. It lives as long as the page. */
  file?: File;
  state: 'sending' | 'sent' | 'failed';
  problem: string | null;
  /** The turns there were when it was written: it arrives as one that is not among them. */
  knownTurnIds: string[];
}

/** What has not yet come back in the transcript. Two equal texts need two turns to be done with. */
export function notArrived(outbox: readonly Outgoing[], turns: readonly Turn[]): Outgoing[] {
  const taken = new Set<string>();
  return outbox.filter((message) => {
    const arrived = turns.find(
      (turn) =>
        turn.role === 'agent' &&
        !taken.has(turn.id) &&
        !message.knownTurnIds.includes(turn.id) &&
        turn.text.trim() === message.text,
    );
    if (arrived) taken.add(arrived.id);
    return !arrived;
  });
}

/** What stands in the transcript for a file. */
export const textOfFile = (file: { name: string }) => `File: ${file.name}`;

const keyOf = (conversationId: string) => `desk:outbox:${conversationId}`;

/** Files are not kept over a reload: pages cannot hold them, and the agent still has them. */
export function keepOutbox(keep: Keep, conversationId: string, outbox: readonly Outgoing[]): void {
  const unsure = outbox.filter((message) => message.state !== 'sent' && !message.file);
  if (unsure.length === 0) keep.removeItem(keyOf(conversationId));
  else keep.setItem(keyOf(conversationId), JSON.stringify(unsure));
}

/** What was left when the page went away. Whether a message under way was sent nobody knows: the agent decides. */
export function readOutbox(keep: Keep, conversationId: string): Outgoing[] {
  const kept = keep.getItem(keyOf(conversationId));
  if (kept === null) return [];
  return (JSON.parse(kept) as Outgoing[]).map((message) =>
    message.state === 'sending'
      ? { ...message, state: 'failed', problem: 'The page was reloaded before the server answered.' }
      : message,
  );
}
