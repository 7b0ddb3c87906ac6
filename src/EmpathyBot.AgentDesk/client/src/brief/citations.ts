import type { Turn } from '../api/types';

/** Places in the transcript, counted from 1, of the turns a sentence rests on; turns that are not shown are left out. */
export function placesOf(turnIds: readonly string[], turns: readonly Turn[]): number[] {
  const cited = new Set(turnIds);
  return turns.flatMap((turn, index) => (cited.has(turn.id) ? [index + 1] : []));
}

/** What the assistant answered in a turn has the turn's id with this behind it. */
const answer = '#bot';

/**
 * Where the assistant's own doing is cited, its answers in those turns; the turns themselves where it said nothing. A
 * turn's id alone means the customer's words.
 */
export function answersIn(turnIds: readonly string[], turns: readonly Turn[]): string[] {
  return turnIds.flatMap((id) => {
    const answers = turns.filter((turn) => turn.id.startsWith(id + answer)).map((turn) => turn.id);
    return answers.length > 0 ? answers : [id];
  });
}

/** "message 3" or "messages 3, 5". */
export function placesInWords(places: readonly number[]): string {
  return `${places.length === 1 ? 'message' : 'messages'} ${places.join(', ')}`;
}
