import { useEffect, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import type { HandoffItem } from '../api/types';
import { useLiveChanges } from '../live/LiveProvider';
import { useLatestOnly } from '../live/useLatestOnly';
import { useSignedIn } from '../session/SessionContext';

export interface Queue {
  /** Null until it was read once. */
  items: HandoffItem[] | null;
  problem: string | null;
  reload(): Promise<void>;
}

/** The queue, read anew whenever anything changes. */
export function useQueue(): Queue {
  const { ended } = useSignedIn();
  const [items, setItems] = useState<HandoffItem[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const reload = useLatestOnly(async () => {
    try {
      setItems(await deskApi.handoffs());
      setProblem(null);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401) ended();
      else setProblem(error.message);
    }
  });

  useEffect(() => void reload(), [reload]);
  useLiveChanges(() => void reload());

  return { items, problem, reload };
}
