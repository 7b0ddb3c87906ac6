import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import { useSignedIn } from '../session/SessionContext';
import { LiveConnection, type Change, type LiveState, type Stream } from './liveConnection';

type Listener = { onChange?: (change: Change | null) => void; onTyping?: (conversationId: string) => void };

interface Live {
  state: LiveState;
  subscribe(listener: Listener): () => void;
}

const LiveContext = createContext<Live | null>(null);

/** Opens the one stream of events for all that is shown. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { ended } = useSignedIn();
  const [state, setState] = useState<LiveState>('connecting');
  const listeners = useRef(new Set<Listener>());

  useEffect(() => {
    const tellAll = (change: Change | null) => listeners.current.forEach((listener) => listener.onChange?.(change));
    const connection = new LiveConnection(() => new EventSource('/api/desk/events') as Stream, {
      onState: (now) => {
        setState(now);
        if (now === 'lost') void endIfUnknown(ended);
      },
      onCatchUp: () => tellAll(null),
      onChange: tellAll,
      onTyping: (id) => listeners.current.forEach((listener) => listener.onTyping?.(id)),
    });
    const retry = () => connection.retryNow();
    // A laptop that slept may hold a stream that is dead without knowing it: read again when someone looks.
    const lookedAt = () => document.visibilityState === 'visible' && tellAll(null);
    connection.start();
    addEventListener('online', retry);
    document.addEventListener('visibilitychange', lookedAt);
    return () => {
      removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', lookedAt);
      connection.stop();
    };
  }, [ended]);

  const live = useMemo<Live>(
    () => ({
      state,
      subscribe(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [state],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** A stream is also lost when the session has ended, and the browser does not say why it was refused. */
async function endIfUnknown(ended: () => void) {
  try {
    await deskApi.me();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) ended();
  }
}

function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('Put this below LiveProvider.');
  return live;
}

export const useLiveState = () => useLive().state;

/** Calls back on every change the server tells of; `null` means that anything may have changed. */
export function useLiveChanges(onChange: (change: Change | null) => void): void {
  useSubscription({ onChange });
}

/** Calls back when the customer of a conversation types. */
export function useLiveTyping(onTyping: (conversationId: string) => void): void {
  useSubscription({ onTyping });
}

function useSubscription(listener: Listener): void {
  const { subscribe } = useLive();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () =>
      subscribe({
        onChange: (change) => latest.current.onChange?.(change),
        onTyping: (id) => latest.current.onTyping?.(id),
      }),
    [subscribe],
  );
}
