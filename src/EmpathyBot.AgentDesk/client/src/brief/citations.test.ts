import { expect, it } from 'vitest';
import type { Turn } from '../api/types';
import { answersIn, placesInWords, placesOf } from './citations';

const turns: Turn[] = ['t1', 't2', 't3'].map((id) => ({ id, role: 'customer', text: id, at: '' }));

it('finds the places of cited turns in the order they were said', () => {
  expect(placesOf(['t3', 't1'], turns)).toEqual([1, 3]);
});

it('leaves out a turn that is not shown', () => {
  expect(placesOf(['gone'], turns)).toEqual([]);
});

it('says places in words', () => {
  expect([placesInWords([2]), placesInWords([1, 3])]).toEqual(['message 2', 'messages 1, 3']);
});

it('finds what the assistant answered in a turn, and the turn itself where it was silent', () => {
  const answered: Turn[] = ['a', 'a#bot', 'a#bot~2', 'b'].map((id) => ({ id, role: 'bot', text: id, at: '' }));
  expect(answersIn(['a', 'b'], answered)).toEqual(['a#bot', 'a#bot~2', 'b']);
});
