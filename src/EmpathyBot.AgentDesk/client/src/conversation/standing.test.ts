import { expect, it } from 'vitest';
import { hasPersonSpoken, standingOf } from './standing';

const me = { agentId: 'a1', name: 'Ana' };

it('says who has the conversation', () => {
  expect(standingOf(null, me)).toEqual({ kind: 'with-bot' });
  expect(standingOf({ id: 't', state: 'queued' }, me)).toEqual({ kind: 'waiting', since: null, meantFor: null });
  expect(standingOf({ id: 't', state: 'accepted', agentId: 'a1' }, me)).toEqual({ kind: 'mine' });
  expect(standingOf({ id: 't', state: 'accepted', agentId: 'a2', agentName: 'Ben' }, me)).toEqual({ kind: 'colleague', name: 'Ben' });
});

it('leaves to another hub what went there', () => {
  expect(standingOf({ id: 't', state: 'queued', atHub: true }, me)).toEqual({ kind: 'colleague', name: 'Another hub' });
  expect(standingOf({ id: 't', state: 'accepted', agentId: 'hub', agentName: 'Ana', atHub: true }, me)).toEqual({ kind: 'colleague', name: 'Ana' });
  expect(standingOf({ id: 't', state: 'returned', atHub: false }, me)).toMatchObject({ kind: 'ended' });
});

it('says how it ended, in words, also for an ending it does not know', () => {
  expect(standingOf({ id: 't', state: 'closed', outcome: 'partly', note: 'Half refunded' }, me)).toEqual({
    kind: 'ended',
    how: 'Closed: partly solved',
    note: 'Half refunded',
  });
  expect(standingOf({ id: 't', state: 'TimedOut' }, me)).toMatchObject({ how: 'Nobody took it in time' });
  expect(standingOf({ id: 't', state: 'gone-fishing' }, me)).toMatchObject({ how: 'Gone fishing' });
});

it('knows whether a person has answered in this handoff, not in an earlier one', () => {
  const ticket = { id: 't', state: 'accepted', waitingSince: '2026-01-02T10:00:00Z' };
  const agentTurn = (at: string) => ({ id: at, role: 'agent' as const, text: 'Hello', at });
  expect(hasPersonSpoken(ticket, [agentTurn('2026-01-01T10:00:00Z')])).toBe(false);
  expect(hasPersonSpoken(ticket, [agentTurn('2026-01-02T10:01:00Z')])).toBe(true);
});
