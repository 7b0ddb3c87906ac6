import { useEffect, useRef, useState } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import type { AuditEntry } from '../api/types';
import { useSignedIn } from '../session/SessionContext';

/** The audit log, read page by page. */
export function useAudit() {
  const { ended } = useSignedIn();
  const [act, setAct] = useState('');
  const [items, setItems] = useState<AuditEntry[]>([]);
  const [before, setBefore] = useState<number | null>(null);
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  // An answer to a question that is no longer asked is dropped.
  const asked = useRef(0);

  async function read(from: number | null) {
    const mine = ++asked.current;
    setBusy(true);
    setProblem(null);
    try {
      const page = await deskApi.audit(act, from);
      if (mine !== asked.current) return;
      setItems((known) => (from === null ? page.items : [...known, ...page.items]));
      setBefore(page.before);
      setBusy(false);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (mine !== asked.current) return;
      if (error.status === 401) ended();
      setProblem(error.message);
      setBusy(false);
    }
  }

  useEffect(() => {
    void read(null);
    return () => {
      asked.current++;
    };
  }, [act]);

  return { act, setAct, items, more: before !== null, busy, problem, readOn: () => void read(before) };
}
