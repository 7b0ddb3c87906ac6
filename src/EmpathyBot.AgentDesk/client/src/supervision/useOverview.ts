import { useEffect, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import type { Overview } from '../api/types';
import { useLiveChanges } from '../live/LiveProvider';
import { useLatestOnly } from '../live/useLatestOnly';
import { useSignedIn } from '../session/SessionContext';
import { dayBegan } from './figures';

/** Who comes and goes changes no conversation, so it is looked at every so often, too. */
const lookEveryMs = 20_000;

/** All that goes on, read anew at every change. */
export function useOverview() {
  const { ended } = useSignedIn();
  const [overview, setOverview] = useState<Overview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const reload = useLatestOnly(async () => {
    try {
      setOverview(await deskApi.supervision(dayBegan(new Date())));
      setProblem(null);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401) ended();
      else setProblem(error.message);
    }
  });

  useEffect(() => {
    void reload();
    const timer = setInterval(() => void reload(), lookEveryMs);
    return () => clearInterval(timer);
  }, [reload]);
  useLiveChanges(() => void reload());

  return { overview, problem };
}
