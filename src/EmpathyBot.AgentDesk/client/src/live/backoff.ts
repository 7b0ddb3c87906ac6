const firstMs = 1_000;
const longestMs = 15_000;

/**
 * How long to wait before try number `attempt` (from 0): doubling up to fifteen seconds, less up to a quarter by chance,
 * so that all desks do not come back in the same instant after a restart.
 */
export function waitBeforeTry(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10));
  return Math.round(full * (1 - random() / 4));
}
