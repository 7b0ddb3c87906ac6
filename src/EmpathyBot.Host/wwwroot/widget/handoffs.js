// What the customer may know of a handoff: that one was asked for, who came, and that it is over.
// Pure: the state follows from the activities in the order of the stream, so a reload that replays them ends in the same state.

/** @typedef {{ stage: 'none' | 'waiting' | 'joined' | 'closed' | 'returned' | 'abandoned', name?: string }} Handoff */

/** @type {Handoff} */
export const noHandoff = Object.freeze({ stage: 'none' });

const stages = {
  requested: 'waiting',
  queued: 'waiting',
  transferred: 'waiting',
  accepted: 'joined',
  closed: 'closed',
  returned: 'returned',
  abandoned: 'abandoned',
};

/**
 * The handoff as it stands after one more activity.
 * @param {Handoff} handoff
 * @returns {Handoff} the same object where nothing changed
 */
export function handoffAfter(handoff, activity) {
  if (activity?.type === 'event' && activity.name === 'handoff') {
    const stage = stages[activity.value?.state];
    return stage ? { stage, name: nameFor(stage, handoff, activity) } : handoff;
  }

  // News of an ending has been read once the customer writes on.
  const over = handoff.stage === 'closed' || handoff.stage === 'returned' || handoff.stage === 'abandoned';
  return over && activity?.type === 'message' && activity.from?.role === 'user' ? noHandoff : handoff;
}

/** The sentence for the strip, or nothing where there is nothing to say. */
export function describeHandoff(handoff, strings, fill) {
  const { stage, name } = handoff;
  if (stage === 'none') return '';
  if (stage === 'joined' || stage === 'closed') return name ? fill(strings[stage], { name }) : strings[`${stage}Unnamed`];
  return strings[stage];
}

function nameFor(stage, handoff, activity) {
  if (stage === 'joined') return activity.from?.name || undefined;
  return stage === 'closed' ? handoff.name : undefined;
}
