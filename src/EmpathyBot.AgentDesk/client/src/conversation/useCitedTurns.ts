import { useMemo, useRef, useState } from 'react';
import type { Turn } from '../api/types';
import type { Citations } from '../brief/CitationContext';
import { answersIn, placesOf } from '../brief/citations';
import type { TranscriptHandle } from './Transcript';

const none: ReadonlySet<string> = new Set();

/** Ties the sentences of the brief to the turns they rest on. */
export function useCitedTurns(turns: readonly Turn[], showTranscript: () => void) {
  const [cited, setCited] = useState(none);
  const transcript = useRef<TranscriptHandle>(null);

  const citations: Citations = useMemo(
    () => ({
      cite: (turnIds) => setCited(turnIds.length === 0 ? none : new Set(turnIds)),
      goTo: (turnIds) => {
        showTranscript();
        // After the transcript has been laid out: on a narrow screen it was hidden until now.
        requestAnimationFrame(() => {
          setCited(new Set(turnIds));
          transcript.current?.show(turnIds);
        });
      },
      answersIn: (turnIds) => answersIn(turnIds, turns),
      placesOf: (turnIds) => placesOf(turnIds, turns),
    }),
    // The callback only sets state: an old one does the same as a new one.
    [turns],
  );

  return { citations, cited, transcript };
}
