import { useEffect, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import type { Conversation } from '../api/types';
import { useLiveChanges } from '../live/LiveProvider';
import { useLatestOnly } from '../live/useLatestOnly';
import { useSignedIn } from '../session/SessionContext';

export interface OpenConversation {
  /** Null until it was read once. */
  conversation: Conversation | null;
  problem: string | null;
  /** Reads again; the promise ends with a reading that began after the call. */
  reload(): Promise<void>;
}

/** One conversation, read anew whenever it changes. */
export function useConversation(id: string): OpenConversation {
  const { ended } = useSignedIn();
  const [conversation, setConversation] = useState<Conversation | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const reload = useLatestOnly(async () => {
    try {
      setConversation(await deskApi.conversation(id));
      setProblem(null);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401) ended();
      else setProblem(error.status === 404 ? 'There is no such conversation.' : error.message);
    }
  });

  useEffect(() => void reload(), [reload]);
  useLiveChanges((change) => {
    if (change === null || change.conversationId === id) void reload();
  });

  return { conversation, problem, reload };
}
