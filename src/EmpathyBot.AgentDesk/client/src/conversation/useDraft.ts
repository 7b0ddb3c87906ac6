import { useCallback, useState } from 'react';
import { draftWith, keepDraft, readDraft } from './drafts';
import { thisTab } from './keep';

/** What the agent is writing in one conversation; outlives leaving it and reloading the page. */
export function useDraft(conversationId: string) {
  const [draft, setDraft] = useState(() => readDraft(thisTab, conversationId));

  const write = useCallback(
    (text: string) => {
      keepDraft(thisTab, conversationId, text);
      setDraft(text);
    },
    [conversationId],
  );

  const add = useCallback((addition: string) => write(draftWith(readDraft(thisTab, conversationId), addition)), [conversationId, write]);

  return { draft, write, add };
}
