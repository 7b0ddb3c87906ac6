import { useEffect, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import { useSignedIn } from '../session/SessionContext';
import type { Standing } from './standing';

/** Takes a conversation; when someone was faster, the answer's sentence says who. */
export function useTake(standing: Standing, reload: () => Promise<void>) {
  const { ended } = useSignedIn();
  const [taking, setTaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  // Who was faster is worth knowing only while they have it.
  useEffect(() => {
    if (standing.kind !== 'colleague') setProblem(null);
  }, [standing.kind]);

  /** True when it is ours now. */
  async function take(ticketId: string): Promise<boolean> {
    setTaking(true);
    setProblem(null);
    try {
      await deskApi.accept(ticketId);
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

  return { take, taking, problem };
}
