import type { Note, Turn } from '../api/types';

/** What stands in the transcript: something said, with its place counted from 1, or a note among colleagues, without. */
export type Entry = { kind: 'turn'; turn: Turn; place: number } | { kind: 'note'; note: Note };

/** Turns and notes by time. Turns keep their order and their places, whatever the clocks say; a note never counts. */
export function entriesOf(turns: readonly Turn[], notes: readonly Note[]): Entry[] {
  const entries: Entry[] = [];
  let next = 0;
  for (const [index, turn] of turns.entries()) {
    while (next < notes.length && Date.parse(notes[next]!.at) < Date.parse(turn.at)) entries.push({ kind: 'note', note: notes[next++]! });
    entries.push({ kind: 'turn', turn, place: index + 1 });
  }
  return [...entries, ...notes.slice(next).map((note) => ({ kind: 'note' as const, note }))];
}
