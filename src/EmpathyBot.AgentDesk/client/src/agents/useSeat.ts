import { useCallback, useEffect, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import type { DeskAgent } from '../api/types';

export interface SeatChange {
  available: boolean;
  limit: number;
  teams: string[];
}

export interface Seat {
  /** Null until it was read once. */
  seat: DeskAgent | null;
  problem: string | null;
  read(): Promise<void>;
  /** True when it was kept. */
  save(change: SeatChange): Promise<boolean>;
}

/** This agent's own seat. */
export function useSeat(): Seat {
  const [seat, setSeat] = useState<DeskAgent | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const ask = useCallback(async (answer: Promise<DeskAgent>) => {
    try {
      setSeat(await answer);
      setProblem(null);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
      return false;
    }
  }, []);

  const read = useCallback(async () => void (await ask(deskApi.seat())), [ask]);
  const save = useCallback((change: SeatChange) => ask(deskApi.setSeat(change)), [ask]);
  useEffect(() => void read(), [read]);

  return { seat, problem, read, save };
}
