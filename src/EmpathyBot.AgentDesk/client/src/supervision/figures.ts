import type { DeskAgent, Figures, HandoffItem } from '../api/types';
import { outcomes } from '../conversation/standing';
import { isHeld, isWaiting } from '../queue/grouping';

/** A figure of the day and what it counts. */
export interface Figure {
  name: string;
  value: string;
}

/** Seconds as "40 s" or "3 min 20 s". */
export function secondsInWords(seconds: number | null): string {
  if (seconds === null) return '–';
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The day in figures, in the order a supervisor asks for them. */
export function figuresOf(figures: Figures): Figure[] {
  return [
    { name: 'Taken', value: String(figures.taken) },
    { name: 'Median wait', value: secondsInWords(figures.medianWait) },
    { name: 'Longest wait', value: secondsInWords(figures.longestWait) },
    ...Object.entries(outcomes).map(([code, name]) => ({ name, value: String(figures.closed[code as keyof typeof outcomes]) })),
    { name: 'Returned to the assistant', value: String(figures.returned) },
    { name: 'Left the queue', value: String(figures.abandoned) },
    { name: 'Nobody took it', value: String(figures.timedOut) },
    ...(figures.failed > 0 ? [{ name: 'Could not be handed over', value: String(figures.failed) }] : []),
  ];
}

/** Who waits, most needed first as the server has it. */
export const waitingIn = (handoffs: readonly HandoffItem[]) => handoffs.filter(isWaiting);

/** What each agent holds; who is here comes first, and who is away and holds nothing is left out. */
export function heldBy(agents: readonly DeskAgent[], handoffs: readonly HandoffItem[]): { agent: DeskAgent; holds: HandoffItem[] }[] {
  return agents
    .map((agent) => ({ agent, holds: handoffs.filter((item) => isHeld(item) && item.agentId === agent.id) }))
    .filter(({ agent, holds }) => agent.here || holds.length > 0)
    .sort((a, b) => Number(b.agent.here) - Number(a.agent.here) || b.holds.length - a.holds.length || a.agent.name.localeCompare(b.agent.name));
}

/** What is held by someone who has no seat: a program, or an agent of long ago. */
export const heldByOthers = (agents: readonly DeskAgent[], handoffs: readonly HandoffItem[]) =>
  handoffs.filter((item) => isHeld(item) && !agents.some((agent) => agent.id === item.agentId));

/** Midnight where the supervisor sits, as the server takes it. */
export function dayBegan(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
}
