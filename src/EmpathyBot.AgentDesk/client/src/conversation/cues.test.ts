import { expect, it } from 'vitest';
import { cutAtCues } from './cues';

const cue = (start: number, length: number) => ({ start, length, text: '' });
const shown = (text: string, ...cues: [number, number][]) =>
  cutAtCues(text, cues.map(([start, length]) => cue(start, length)))
    .map((piece) => (piece.isCue ? `[${piece.text}]` : piece.text))
    .join('');

it('marks the words that made the reading, wherever they stand', () => {
  expect(shown('third time asking', [6, 4], [0, 5])).toBe('[third] [time] asking');
  expect(shown('so angry', [3, 5])).toBe('so [angry]');
});

it('loses no word and marks nothing twice when spans overlap', () => {
  expect(shown('not acceptable at all', [0, 14], [4, 10], [12, 5])).toBe('[not acceptable at] all');
});

it('passes over spans that do not fit', () => {
  expect(shown('hello', [-1, 2], [3, 9], [2, 0], [5, 1])).toBe('hello');
});

it('counts as the host counts, in UTF-16 units', () => {
  expect(shown('😡 furious', [3, 7])).toBe('😡 [furious]');
});

it('is whole without cues', () => {
  expect(cutAtCues('hello', [])).toEqual([{ text: 'hello', isCue: false }]);
  expect(cutAtCues('', [])).toEqual([]);
});
