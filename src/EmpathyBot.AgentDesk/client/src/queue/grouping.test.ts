import { describe, expect, it } from 'vitest';
import type { HandoffItem } from '../api/types';
import { besides, groupQueue, isHeldBy, titleFor } from './grouping';

const me = { agentId: 'a1', name: 'Ana' };

const someone = (id: string, changes: Partial<HandoffItem> = {}): HandoffItem => ({
  id,
  conversationId: `c-${id}`,
  state: 'queued',
  need: 0.5,
  waitingSince: '2026-01-01T10:00:00Z',
  headline: 'Wants a refund',
  reason: 'asked-for-person',
  emotion: null,
  intensity: null,
  trend: null,
  agentName: null,
  customer: null,
  ...changes,
});

const ids = (items: HandoffItem[]) => items.map((item) => item.id);

describe('the queue', () => {
  it('keeps the order of the server within each group, even against the need', () => {
    const groups = groupQueue([someone('starving', { need: 0.1 }), someone('angry', { need: 0.9 })], me);
    expect(ids(groups.waiting)).toEqual(['starving', 'angry']);
  });

  it('puts apart what is mine, what waits and what colleagues hold', () => {
    const groups = groupQueue(
      [
        someone('w', { state: 'Requested' }),
        someone('m', { state: 'accepted', agentId: 'a1', agentName: 'Ana' }),
        someone('p', { state: 'transferred', transferredTo: 'Payments' }),
        someone('c', { state: 'accepted', agentId: 'a2', agentName: 'Ben' }),
      ],
      me,
    );
    expect([ids(groups.mine), ids(groups.waiting), ids(groups.others)]).toEqual([['m'], ['w', 'p'], ['c']]);
  });

  it('puts on top what was passed on to me or to a team of mine, and nothing that was passed on to others', () => {
    const passed = (id: string, to: string) => someone(id, { state: 'transferred', transferredToId: to });
    const groups = groupQueue([passed('me', 'a1'), passed('team', 'team:late-orders'), passed('ben', 'a2'), passed('other', 'team:returns')], me, ['Late orders']);
    expect([ids(groups.forMe), ids(groups.waiting)]).toEqual([['me', 'team'], ['ben', 'other']]);
  });

  it('is gone through one by one, from the first', () => {
    expect([besides(['a', 'b'], null, 1), besides(['a', 'b'], 'a', 1), besides(['a', 'b'], 'a', -1), besides([], null, 1), besides(['a'], 'gone', -1)]).toEqual(['a', 'b', null, null, 'a']);
  });

  it('leaves out what has ended, and states it does not know', () => {
    const groups = groupQueue([someone('x', { state: 'closed' }), someone('y', { state: 'somewhere' })], me);
    expect([...groups.mine, ...groups.waiting, ...groups.others]).toEqual([]);
  });

  it('believes the id before the name: two people may be called Ana', () => {
    expect(isHeldBy(me, { state: 'accepted', agentId: 'a2', agentName: 'Ana' })).toBe(false);
    expect(isHeldBy(me, { state: 'accepted', agentName: 'Ana' })).toBe(true);
  });

  it('counts who waits in the title, and nothing when nobody does', () => {
    expect([titleFor(3), titleFor(0), titleFor(1, true)]).toEqual(['(3) Agent desk', 'Agent desk', '● (1) Agent desk']);
  });
});
