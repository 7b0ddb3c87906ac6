import { describe, expect, it } from 'vitest';
import type { DeskAgent } from '../api/types';
import { colleaguesOf, loadInWords, stateInWords, targetsOf, teamsOf } from './targets';

const agent = (name: string, change: Partial<DeskAgent> = {}): DeskAgent => ({
  id: name,
  name,
  here: true,
  available: true,
  free: true,
  load: 0,
  limit: null,
  teams: [],
  ...change,
});

describe('colleagues to pass to', () => {
  it('are without oneself, the free with least to do first', () => {
    const agents = [
      agent('me'),
      agent('away', { here: false, free: false }),
      agent('busy', { load: 3 }),
      agent('full', { load: 2, limit: 2, free: false }),
      agent('idle'),
    ];
    expect(colleaguesOf({ agents, teams: [] }, 'me').map(({ name, about }) => `${name}: ${about}`)).toEqual([
      'idle: free, 0 conversations',
      'busy: free, 3 conversations',
      'full: at their limit, 2 of 2 conversations',
      'away: away, 0 conversations',
    ]);
  });

  it('are told in words', () => {
    expect(loadInWords({ load: 1, limit: null })).toBe('1 conversation');
    expect(loadInWords({ load: 0, limit: 1 })).toBe('0 of 1 conversation');
    expect(stateInWords(agent('a', { available: false }))).toBe('not available');
  });
});

it('where someone is free comes first', () => {
  const teams = [{ id: 'team:a', name: 'A', free: 1 }];
  expect(targetsOf({ agents: [agent('away', { here: false, free: false }), agent('ben')], teams }, 'me').map(({ name }) => name)).toEqual(['ben', 'A', 'away']);
});

it('teams tell how many are free', () => {
  const teams = [
    { id: 'team:a', name: 'A', free: 1 },
    { id: 'team:b', name: 'B', free: 0 },
  ];
  expect(teamsOf({ agents: [], teams }).map(({ name, about }) => `${name}: ${about}`)).toEqual(['A: team, 1 free', 'B: team, nobody free']);
});
