import { expect, it } from 'vitest';
import type { Turn } from '../api/types';
import { safely } from './keep';
import { keepOutbox, notArrived, readOutbox, type Outgoing } from './outbox';

const outgoing = (key: string, text: string, changes: Partial<Outgoing> = {}): Outgoing => ({
  key,
  text,
  state: 'sending',
  problem: null,
  knownTurnIds: [],
  ...changes,
});

const turn = (id: string, text: string, role: Turn['role'] = 'agent'): Turn => ({ id, role, text, at: '2026-01-01T10:00:00Z' });

const keys = (outbox: Outgoing[]) => outbox.map((message) => message.key);

it('is done with a message once the transcript holds it', () => {
  expect(keys(notArrived([outgoing('1', 'Hello'), outgoing('2', 'One moment')], [turn('t1', 'Hello')]))).toEqual(['2']);
});

it('needs two turns for the same words said twice', () => {
  expect(keys(notArrived([outgoing('1', 'OK'), outgoing('2', 'OK')], [turn('t1', 'OK')]))).toEqual(['2']);
});

it('does not take an older turn, or the words of the customer, for its own', () => {
  const message = outgoing('1', 'OK', { knownTurnIds: ['t1'] });
  expect(keys(notArrived([message], [turn('t1', 'OK'), turn('t2', 'OK', 'customer')]))).toEqual(['1']);
});

it('does not keep files over a reload', () => {
  const keep = safely(() => {
    throw new Error('no storage');
  });
  keepOutbox(keep, 'c', [outgoing('1', 'File: a.png', { file: new File(['x'], 'a.png'), state: 'failed' })]);
  expect(readOutbox(keep, 'c')).toEqual([]);
});

it('brings back after a reload what was not surely sent, as failed', () => {
  const keep = safely(() => {
    throw new Error('no storage');
  });
  keepOutbox(keep, 'c', [outgoing('1', 'Hello'), outgoing('2', 'Sent', { state: 'sent' })]);
  const left = readOutbox(keep, 'c');
  expect(left.map(({ key, state }) => ({ key, state }))).toEqual([{ key: '1', state: 'failed' }]);
  expect(left[0]?.problem).toContain('reloaded');
  keepOutbox(keep, 'c', []);
  expect(readOutbox(keep, 'c')).toEqual([]);
});
