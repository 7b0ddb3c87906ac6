import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import { newKey } from '../api/keys';
import type { Turn } from '../api/types';
import { useSignedIn } from '../session/SessionContext';
import { thisTab } from './keep';
import { keepOutbox, notArrived, readOutbox, textOfFile, type Outgoing } from './outbox';

/** Sends the agent's messages one after another, in the order written, and knows of each how it went. */
export function useOutbox(conversationId: string, turns: readonly Turn[], reload: () => Promise<void>) {
  const { ended } = useSignedIn();
  const [outbox, setOutbox] = useState<Outgoing[]>(() => readOutbox(thisTab, conversationId));
  const line = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    setOutbox((before) => {
      const left = notArrived(before, turns);
      return left.length === before.length ? before : left;
    });
  }, [turns]);

  useEffect(() => keepOutbox(thisTab, conversationId, outbox), [conversationId, outbox]);

  const put = useCallback((key: string, change: Partial<Outgoing>) => {
    setOutbox((before) => before.map((message) => (message.key === key ? { ...message, ...change } : message)));
  }, []);

  const drop = useCallback((key: string) => setOutbox((before) => before.filter((message) => message.key !== key)), []);

  const post = useCallback(
    (ticketId: string, { key, text, file }: Pick<Outgoing, 'key' | 'text' | 'file'>) => {
      line.current = line.current.then(async () => {
        try {
          await (file ? deskApi.sendFile(ticketId, file, key) : deskApi.say(ticketId, text, key));
          put(key, { state: 'sent' });
          await reload();
          // The transcript was read after the sending: whatever became of the wording, it is in there.
          drop(key);
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          put(key, { state: 'failed', problem: error.message });
          if (error.status === 401) ended();
          else if (!error.isUnreachable) void reload();
        }
      });
    },
    [put, drop, reload, ended],
  );

  const begin = useCallback(
    (ticketId: string, words: Pick<Outgoing, 'text' | 'file'>) => {
      const message = { ...words, key: newKey() };
      const knownTurnIds = turns.map((turn) => turn.id);
      setOutbox((before) => [...before, { ...message, state: 'sending', problem: null, knownTurnIds }]);
      post(ticketId, message);
    },
    [turns, post],
  );

  const send = useCallback((ticketId: string, text: string) => begin(ticketId, { text }), [begin]);

  const sendFiles = useCallback(
    (ticketId: string, files: readonly File[]) => files.forEach((file) => begin(ticketId, { text: textOfFile(file), file })),
    [begin],
  );

  const retry = useCallback(
    (ticketId: string, message: Outgoing) => {
      put(message.key, { state: 'sending', problem: null });
      post(ticketId, message);
    },
    [put, post],
  );

  return { outbox, send, sendFiles, retry, drop };
}
