import type { Ticket, Turn } from '../api/types';
import { codeInWords, plainCode } from '../emotions/words';
import { isHeld, isHeldBy, isWaiting } from '../queue/grouping';

/** Who has the conversation, as this agent sees it. */
export type Standing =
  | { kind: 'with-bot' }
  | { kind: 'waiting'; since: string | null; meantFor: string | null }
  | { kind: 'mine' }
  | { kind: 'colleague'; name: string }
  | { kind: 'ended'; how: string; note: string | null };

const endings: Record<string, string> = {
  closed: 'Closed',
  returned: 'Returned to the assistant',
  abandoned: 'The customer left the queue',
  'timed-out': 'Nobody took it in time',
  failed: 'Could not be handed over',
};

export const outcomes = { solved: 'Solved', partly: 'Partly solved', unsolved: 'Not solved', callback: 'We call back' } as const;

export function standingOf(ticket: Ticket | null, agent: { agentId: string; name: string }): Standing {
  if (ticket === null) return { kind: 'with-bot' };
  // Its people take it there; here one reads along.
  if (ticket.atHub && (isWaiting(ticket) || isHeld(ticket))) return { kind: 'colleague', name: ticket.agentName ?? 'Another hub' };
  if (isWaiting(ticket)) return { kind: 'waiting', since: ticket.waitingSince ?? null, meantFor: ticket.transferredTo ?? null };
  if (isHeldBy(agent, ticket)) return { kind: 'mine' };
  if (isHeld(ticket)) return { kind: 'colleague', name: ticket.agentName ?? 'A colleague' };
  const how = endings[plainCode(ticket.state)] ?? codeInWords(ticket.state);
  const outcome = ticket.outcome ? outcomes[plainCode(ticket.outcome) as keyof typeof outcomes] : undefined;
  return { kind: 'ended', how: outcome ? `${how}: ${outcome.toLowerCase()}` : how, note: ticket.note || null };
}

/** True once a person answered in this handoff; words of an earlier one do not count. */
export function hasPersonSpoken(ticket: Ticket | null, turns: readonly Turn[]): boolean {
  const since = ticket?.waitingSince ? Date.parse(ticket.waitingSince) : 0;
  return turns.some((turn) => turn.role === 'agent' && Date.parse(turn.at) >= since);
}
