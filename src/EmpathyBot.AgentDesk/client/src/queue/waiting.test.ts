import { expect, it } from 'vitest';
import { waitInWords } from './waiting';

const since = '2026-01-01T10:00:00Z';
const after = (seconds: number) => waitInWords(since, Date.parse(since) + seconds * 1000);

it('tells a wait in its two largest units at most', () => {
  expect([0, 59, 60, 3599, 3900, 90_000].map(after)).toEqual(['0 s', '59 s', '1 min', '59 min', '1 h 05 min', '1 d 1 h']);
});

it('never tells a wait of less than nothing when the clocks differ', () => {
  expect(after(-30)).toBe('0 s');
});

it('says so when the server gave no time', () => {
  expect(waitInWords('soon', 0)).toBe('unknown');
});
