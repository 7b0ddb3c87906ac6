// What the customer may know of a handoff: that one was asked for, who came, and that it is over.
// Pure: the state follows from the activities in the order of the stream, so a reload that replays them ends in the same state.

/** @typedef {'none'|'waiting'|'joined'|'closed'|'returned'|'abandoned'|'missed'|'failed'} Stage */
/** @typedef {{ stage: Stage, name?: string }} Handoff */

/** @type {Handoff} */
export const noHandoff = Object.freeze({ stage: 'none' });

// The server's states, as they are written on the stream.
const stages = {
  requested: 'waiting',
  queued: 'waiting',
  transferred: 'waiting',
  accepted: 'joined',
  closed: 'closed',
  returned: 'returned',
  abandoned: 'abandoned',
  'timed-out': 'missed',
  failed: 'failed',
};
const named = new Set(['joined', 'closed']);
const over = new Set(['closed', 'returned', 'abandoned', 'missed', 'failed']);

/**
 * The handoff as it stands after one more activity.
 * @param {Handoff} handoff
 * @returns {Handoff} the same object where nothing changed
 */
export function handoffAfter(handoff, activity) {
  if (activity?.type === 'event' && activity.name === 'handoff') {
    const stage = stages[activity.value?.state];
    if (!stage) return handoff;
    return { stage, name: personOf(activity) ?? (stage === 'closed' ? handoff.name : undefined) };
  }

  // A person is known by their first word, or by typing it.
  const name = personOf(activity);
  if (handoff.stage === 'joined' && name && name !== handoff.name) return { stage: 'joined', name };

  // News of an ending has been read once the customer writes on.
  return over.has(handoff.stage) && activity?.type === 'message' && activity.from?.role === 'user' ? noHandoff : handoff;
}

/** The name of the person behind an activity; nothing where the assistant or the customer is. */
export function personOf(activity) {
  return activity?.from?.id === 'agent' ? activity.from.name || undefined : undefined;
}

/** The sentence for the strip, or nothing where there is nothing to say. */
export function describeHandoff({ stage, name }, strings, fill) {
  if (stage === 'none') return '';
  if (!named.has(stage)) return strings[stage];
  return name ? fill(strings[stage], { name }) : strings[`${stage}Unnamed`];
}
