import { useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import { useSignedIn } from '../session/SessionContext';

/** Takes a conversation; when someone was faster, the answer's sentence says who. */
export function useTake(reload: () => Promise<void>) {
  const { ended } = useSignedIn();
  const [taking, setTaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

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
