import { describe, expect, it } from 'vitest';
import type { HandoffItem } from '../api/types';
import { heardOf, isAny, newsInWords, newsSince } from './news';

const item = (id: string, change: Partial<HandoffItem> = {}) => ({ id, headline: `matter ${id}`, customer: null, ...change }) as HandoffItem;
const groups = (change: Partial<Record<'mine' | 'forMe' | 'waiting', HandoffItem[]>> = {}) => ({ mine: [], forMe: [], waiting: [], ...change });

describe('what is new', () => {
  it('is nothing at the first look', () => {
    expect(isAny(newsSince(null, groups({ waiting: [item('a')] })))).toBe(false);
  });

  it('is who joined the queue, was passed on, or wrote', () => {
    const before = heardOf(groups({ waiting: [item('a'), item('b')], mine: [item('m')] }));
    const news = newsSince(before, groups({ waiting: [item('a'), item('c')], forMe: [item('b')], mine: [item('m', { awaitsReply: true, customer: 'Eva' })] }));
    expect(newsInWords(news)).toEqual(['Passed on to you: matter b', 'New in the queue: matter c', 'Wrote to you: Eva']);
  });

  it('is told once', () => {
    const now = groups({ waiting: [item('a')], mine: [item('m', { awaitsReply: true })] });
    expect(isAny(newsSince(heardOf(now), now))).toBe(false);
  });

  it('is there again when the customer writes after an answer', () => {
    const answered = heardOf(groups({ mine: [item('m', { awaitsReply: false })] }));
    expect(newsSince(answered, groups({ mine: [item('m', { awaitsReply: true })] })).wrote).toHaveLength(1);
  });
});
