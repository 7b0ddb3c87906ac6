import { useEffect, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import { useSignedIn } from '../session/SessionContext';
import type { Standing } from './standing';

/** Takes a conversation; when someone was faster, the answer's sentence says who. */
export function useTake(standing: Standing, reload: () => Promise<void>) {
  const { ended } = useSignedIn();
  const [taking, setTaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  // Why it could not be taken is worth knowing only while that is so.
  useEffect(() => {
    if (standing.kind === 'mine' || standing.kind === 'ended') setProblem(null);
  }, [standing.kind]);

  const take = (ticketId: string) => ask(deskApi.accept, ticketId);

  const takeOver = (ticketId: string) => ask(deskApi.takeOver, ticketId);

  /** True when it is ours now. */
  async function ask(how: (ticketId: string) => Promise<unknown>, ticketId: string): Promise<boolean> {
    setTaking(true);
    setProblem(null);
    try {
      await how(ticketId);
      await reload();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401) ended();
      setProblem(error.message);
      if (!error.isUnreachable) await reload();
      return false;
    } finally {
      setTaking(false);
    }
  }

  return { take, takeOver, taking, problem };
}
