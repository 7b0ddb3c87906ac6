import { useCallback, useEffect, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import type { Me } from '../api/types';

export type Session =
  | { state: 'asking' }
  | { state: 'unreachable'; message: string }
  | { state: 'signed-out'; ended: boolean }
  | { state: 'signed-in'; me: Me };

/** Who sits at the desk. `ended` is called when the server no longer knows them. */
export function useSession() {
  const [session, setSession] = useState<Session>({ state: 'asking' });

  const ask = useCallback(async () => {
    try {
      setSession({ state: 'signed-in', me: await deskApi.me() });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setSession(error.status === 401 ? { state: 'signed-out', ended: false } : { state: 'unreachable', message: error.message });
    }
  }, []);

  useEffect(() => {
    void ask();
  }, [ask]);

  const signIn = useCallback(
    async (name: string, password: string | null) => {
      await deskApi.signIn(name, password);
      await ask();
    },
    [ask],
  );

  const signOut = useCallback(async () => {
    await deskApi.signOut();
    setSession({ state: 'signed-out', ended: false });
  }, []);

  const ended = useCallback(() => setSession({ state: 'signed-out', ended: true }), []);

  return { session, ask, signIn, signOut, ended };
}
