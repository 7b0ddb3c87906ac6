import { expect, it } from 'vitest';
import { actInWords } from './acts';

it('says an act in words, and one it does not know as well as it can', () => {
  expect(actInWords('took-over')).toBe('Took over');
  expect(actInWords('joined-call')).toBe('Joined call');
  expect(actInWords('constructor')).toBe('Constructor');
});
