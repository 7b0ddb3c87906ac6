import { describe, expect, it } from 'vitest';
import type { Note, Turn } from '../api/types';
import { entriesOf } from './entries';

const turn = (id: string, at: string): Turn => ({ id, role: 'customer', text: id, at: `2026-03-04T05:${at}Z` });
const note = (id: string, at: string): Note => ({ id, agentId: 'a', name: 'Joel', text: id, at: `2026-03-04T05:${at}Z`, forHolder: false });
const told = (turns: Turn[], notes: Note[]) =>
  entriesOf(turns, notes).map((entry) => (entry.kind === 'turn' ? `${entry.place} ${entry.turn.id}` : entry.note.id));

describe('turns and notes', () => {
  it('stand by time, and notes take no place', () => {
    expect(told([turn('a', '01:00'), turn('b', '03:00')], [note('n', '02:00'), note('o', '04:00')])).toEqual(['1 a', 'n', '2 b', 'o']);
  });

  it('of the same moment: what was said first', () => {
    expect(told([turn('a', '01:00')], [note('n', '01:00')])).toEqual(['1 a', 'n']);
  });

  it('keep the order of the turns when clocks differ', () => {
    expect(told([turn('a', '02:00'), turn('b', '01:00')], [note('n', '01:30')])).toEqual(['n', '1 a', '2 b']);
  });
});
