import type { Agents, DeskAgent } from '../api/types';

/** Someone a conversation can be passed to. */
export interface Target {
  id: string;
  name: string;
  about: string;
  free: boolean;
}

/** How much someone holds: "2 conversations", "2 of 5 conversations". */
export function loadInWords({ load, limit }: Pick<DeskAgent, 'load' | 'limit'>): string {
  const counted = limit === null ? `${load}` : `${load} of ${limit}`;
  return `${counted} ${(limit ?? load) === 1 ? 'conversation' : 'conversations'}`;
}

/** How someone stands, in a word. */
export function stateInWords(agent: DeskAgent): string {
  if (!agent.here) return 'away';
  if (!agent.available) return 'not available';
  return agent.free ? 'free' : 'at their limit';
}

/** Whom a conversation can be passed to: who is free first, with the least to do before others; never oneself. */
export function colleaguesOf({ agents }: Agents, me: string): Target[] {
  return agents
    .filter((agent) => agent.id !== me)
    .sort((a, b) => Number(b.free) - Number(a.free) || Number(b.here) - Number(a.here) || a.load - b.load || a.name.localeCompare(b.name))
    .map((agent) => ({ id: agent.id, name: agent.name, about: `${stateInWords(agent)}, ${loadInWords(agent)}`, free: agent.free }));
}

/** The teams, with how many of each are free. */
export const teamsOf = ({ teams }: Agents): Target[] =>
  teams.map((team) => ({ id: team.id, name: team.name, about: team.free > 0 ? `team, ${team.free} free` : 'team, nobody free', free: team.free > 0 }));

/** Colleagues and teams; where someone is free comes first, whichever it is. */
export const targetsOf = (agents: Agents, me: string): Target[] =>
  [...colleaguesOf(agents, me), ...teamsOf(agents)].sort((a, b) => Number(b.free) - Number(a.free));
