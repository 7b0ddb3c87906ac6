import { useState, type FormEvent } from 'react';
import { ApiError } from '../api/deskApi';

/** Sends a form; `send` gives a sentence instead when something is missing. */
export function useSubmit(send: () => Promise<void> | string) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setProblem(null);
    const sending = send();
    if (typeof sending === 'string') {
      setProblem(sending);
      return;
    }
    setBusy(true);
    try {
      await sending;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
    } finally {
      setBusy(false);
    }
  }

  return { busy, problem, submit };
}
