import { useEffect, useRef } from 'react';
import { useAnnounce } from '../live/Announcer';
import type { Standing } from './standing';

/** Announces when the conversation goes from hand to hand: to us, to a colleague, to its end. */
export function useHeardStanding(standing: Standing): void {
  const announce = useAnnounce();
  const words = inWords(standing);
  const told = useRef(words);
  useEffect(() => {
    if (told.current !== words) announce(words);
    told.current = words;
  }, [words, announce]);
}

function inWords(standing: Standing): string {
  switch (standing.kind) {
    case 'with-bot':
      return 'The assistant has this conversation.';
    case 'waiting':
      return 'This conversation waits for a person.';
    case 'mine':
      return 'You have this conversation.';
    case 'colleague':
      return `${standing.name} has this conversation.`;
    case 'ended':
      return `${standing.how}.`;
  }
}
