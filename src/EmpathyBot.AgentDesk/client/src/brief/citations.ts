import type { Turn } from '../api/types';

/** Places in the transcript, counted from 1, of the turns a sentence rests on; turns that are not shown are left out. */
export function placesOf(turnIds: readonly string[], turns: readonly Turn[]): number[] {
  const cited = new Set(turnIds);
  return turns.flatMap((turn, index) => (cited.has(turn.id) ? [index + 1] : []));
}

/** "message 3" or "messages 3, 5". */
export function placesInWords(places: readonly number[]): string {
  return `${places.length === 1 ? 'message' : 'messages'} ${places.join(', ')}`;
}
