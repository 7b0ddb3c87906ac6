import { Button } from '@fluentui/react-button';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ApiError } from '../api/deskApi';
import type { Command } from '../keyboard/commands';
import { useCommand } from '../keyboard/Keyboard';
import styles from './dialog.module.css';

interface EndDialogProps {
  trigger: string;
  /** The key that opens it, too. */
  command: Command;
  title: string;
  action: string;
  hasDraft: boolean;
  /** True when it was done and the dialog may go. */
  confirm(): Promise<boolean>;
  children: ReactNode;
}

/**
 * Asks before a conversation leaves the agent's hands, and says in place what went wrong. The browser's own dialog: a
 * change told by the server may take it away while it is open, and then nothing of it must stay behind.
 */
export function EndDialog({ trigger, command, title, action, hasDraft, confirm, children }: EndDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useCommand(command, () => setOpen(true));

  // Only once what is in it stands there, so that the focus lands on it.
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);

  function closed() {
    setOpen(false);
    setProblem(null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      if (await confirm()) dialog.current?.close();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{trigger}</Button>
      <dialog ref={dialog} className={styles['dialog']} aria-labelledby={titleId} onClose={closed}>
        {isOpen && (
          <form className={styles['form']} onSubmit={submit} noValidate>
            <h2 id={titleId}>{title}</h2>
            {hasDraft && <p className={styles['warning']}>Your draft has not been sent.</p>}
            {children}
            {problem && (
              <p className={styles['error']} role="alert">
                {problem}
              </p>
            )}
            <div className={styles['buttons']}>
              <Button onClick={() => dialog.current?.close()}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {action}
              </Button>
            </div>
          </form>
        )}
      </dialog>
    </>
  );
}
