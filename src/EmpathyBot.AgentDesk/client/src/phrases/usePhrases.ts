import { useEffect, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import type { Phrase } from '../api/types';

/** The ready sentences in this customer's language, asked for when they are first wanted. */
export function usePhrases(conversationId: string, wanted: boolean) {
  const [phrases, setPhrases] = useState<Phrase[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (!wanted || phrases !== null) return;
    let gone = false;
    deskApi.phrases(conversationId).then(
      (found) => !gone && setPhrases(found),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!gone) setProblem(error.message);
      },
    );
    return () => {
      gone = true;
    };
  }, [conversationId, wanted, phrases]);

  return { phrases, problem };
}
