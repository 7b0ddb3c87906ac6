import { useEffect, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import type { Agents } from '../api/types';

/** Who is there, asked for when this is first shown: a dialog stays open for seconds. */
export function useAgents() {
  const [agents, setAgents] = useState<Agents | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    deskApi.agents().then(
      (found) => !gone && setAgents(found),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!gone) setProblem(error.message);
      },
    );
    return () => {
      gone = true;
    };
  }, []);

  return { agents, problem };
}
