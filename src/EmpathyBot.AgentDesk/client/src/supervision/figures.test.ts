import { describe, expect, it } from 'vitest';
import type { DeskAgent, Figures, HandoffItem } from '../api/types';
import { dayBegan, figuresOf, heldBy, heldByOthers, secondsInWords, waitingIn } from './figures';

const item = (id: string, state: string, agentId: string | null = null) => ({ id, state, agentId }) as HandoffItem;
const agent = (id: string, here = true): DeskAgent => ({ id, name: id, here, available: true, free: here, load: 0, limit: null, teams: [] });
const figures: Figures = {
  since: '',
  taken: 3,
  closed: { solved: 2, partly: 1, unsolved: 0, callback: 0 },
  returned: 1,
  timedOut: 0,
  abandoned: 4,
  failed: 0,
  medianWait: 40,
  longestWait: null,
};

describe('the day', () => {
  it('is told in figures', () => {
    expect(figuresOf(figures).map(({ name, value }) => `${name} ${value}`)).toEqual([
      'Taken 3',
      'Median wait 40 s',
      'Longest wait –',
      'Solved 2',
      'Partly solved 1',
      'Not solved 0',
      'We call back 0',
      'Returned to the assistant 1',
      'Left the queue 4',
      'Nobody took it 0',
    ]);
  });

  it('tells of failures only when there were any', () => {
    expect(figuresOf({ ...figures, failed: 1 }).at(-1)).toEqual({ name: 'Could not be handed over', value: '1' });
  });

  it('has waits in words', () => {
    expect([0, 59, 60, 200, 3661].map(secondsInWords)).toEqual(['0 s', '59 s', '1 min', '3 min 20 s', '1 h 1 min']);
  });

  it('begins at midnight here', () => {
    const now = new Date(2026, 2, 4, 15, 30);
    expect(new Date(dayBegan(now)).getTime()).toBe(new Date(2026, 2, 4).getTime());
  });
});

describe('who holds what', () => {
  const handoffs = [item('1', 'accepted', 'b'), item('2', 'queued'), item('3', 'transferred'), item('4', 'accepted', 'gone'), item('5', 'accepted', 'away')];
  const agents = [agent('a'), agent('away', false), agent('b'), agent('idle', false)];

  it('lists who is here, then who still holds something', () => {
    expect(heldBy(agents, handoffs).map(({ agent: { id }, holds }) => `${id} ${holds.length}`)).toEqual(['b 1', 'a 0', 'away 1']);
  });

  it('forgets nobody', () => {
    expect(heldByOthers(agents, handoffs).map(({ id }) => id)).toEqual(['4']);
    expect(waitingIn(handoffs).map(({ id }) => id)).toEqual(['2', '3']);
  });
});
