import type { HandoffItem } from '../api/types';
import { plainCode } from '../emotions/words';

export interface QueueGroups {
  mine: HandoffItem[];
  /** Passed on to this agent, or to a team of theirs: before all others who wait. */
  forMe: HandoffItem[];
  waiting: HandoffItem[];
  others: HandoffItem[];
}

interface Agent {
  agentId: string;
  name: string;
}

/** The id that goes with a team's name, as the host makes it. */
export const teamId = (name: string) => `team:${name.trim().toLowerCase().replaceAll(' ', '-')}`;

/** True when it was passed on to this agent, or to one of their teams. */
export function isMeantFor(agent: Agent, teams: readonly string[], item: Pick<HandoffItem, 'transferredToId'>): boolean {
  const to = item.transferredToId;
  return to != null && (to === agent.agentId || teams.some((team) => teamId(team) === to));
}

// On its way to a colleague nobody holds it: whoever is free may take it.
const waitingStates = new Set(['requested', 'queued', 'transferred']);
const heldStates = new Set(['accepted']);

/** True when this agent holds it: by id where one is told, else by the name. */
export function isHeldBy(agent: Agent, held: { state: string; agentId?: string | null; agentName?: string | null }): boolean {
  if (!heldStates.has(plainCode(held.state))) return false;
  return held.agentId != null ? held.agentId === agent.agentId : held.agentName === agent.name;
}

export const isWaiting = (held: { state: string }) => waitingStates.has(plainCode(held.state));

export const isHeld = (held: { state: string }) => heldStates.has(plainCode(held.state));

/**
 * The queue in parts: mine, passed on to me, waiting, with colleagues. Within each the server's order stays, since it alone knows
 * the need and sees that nobody starves. What has ended is left out.
 */
export function groupQueue(items: readonly HandoffItem[], agent: Agent, teams: readonly string[] = []): QueueGroups {
  const groups: QueueGroups = { mine: [], forMe: [], waiting: [], others: [] };
  for (const item of items) {
    if (isHeldBy(agent, item)) groups.mine.push(item);
    else if (isWaiting(item) && isMeantFor(agent, teams, item)) groups.forMe.push(item);
    else if (isWaiting(item)) groups.waiting.push(item);
    else if (isHeld(item)) groups.others.push(item);
  }
  return groups;
}

/** What the title of the page says: a dot when something new came unseen, how many wait, then the name. */
export const titleFor = (waiting: number, unseen = false) => `${unseen ? '● ' : ''}${waiting > 0 ? `(${waiting}) ` : ''}Agent desk`;

/** The conversation before or after the open one, as the queue stands; the first when none is open. */
export function besides(order: readonly string[], openId: string | null, step: 1 | -1): string | null {
  const at = openId === null ? -1 : order.indexOf(openId);
  if (at < 0) return order[0] ?? null;
  return order[at + step] ?? null;
}
