import type { HandoffItem } from '../api/types';
import { plainCode } from '../emotions/words';

export interface QueueGroups {
  mine: HandoffItem[];
  waiting: HandoffItem[];
  others: HandoffItem[];
}

interface Agent {
  agentId: string;
  name: string;
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
 * The queue in three parts: mine, waiting, with colleagues. Within each the server's order stays, since it alone knows
 * the need and sees that nobody starves. What has ended is left out.
 */
export function groupQueue(items: readonly HandoffItem[], agent: Agent): QueueGroups {
  const groups: QueueGroups = { mine: [], waiting: [], others: [] };
  for (const item of items) {
    if (isHeldBy(agent, item)) groups.mine.push(item);
    else if (isWaiting(item)) groups.waiting.push(item);
    else if (isHeld(item)) groups.others.push(item);
  }
  return groups;
}

/** What the title of the page says: how many wait, then the name. */
export const titleFor = (waiting: number) => (waiting > 0 ? `(${waiting}) Agent desk` : 'Agent desk');
