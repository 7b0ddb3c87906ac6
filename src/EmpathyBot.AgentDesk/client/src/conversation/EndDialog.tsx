import { Button } from '@fluentui/react-button';
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-dialog';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ApiError } from '../api/deskApi';
import styles from './conversation.module.css';

interface EndDialogProps {
  trigger: string;
  title: string;
  action: string;
  hasDraft: boolean;
  /** True when it was done and the dialog may go. */
  confirm(): Promise<boolean>;
  children: ReactNode;
}

/** Asks before a conversation leaves the agent's hands; says in place what went wrong. */
export function EndDialog({ trigger, title, action, hasDraft, confirm, children }: EndDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      if (await confirm()) setOpen(false);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog open={isOpen} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button>{trigger}</Button>
      </DialogTrigger>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles['dialog']}>
              {hasDraft && <p className={styles['warning']}>Your draft has not been sent.</p>}
              {children}
              {problem && (
                <p className={styles['error']} role="alert">
                  {problem}
                </p>
              )}
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>Cancel</Button>
              </DialogTrigger>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {action}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
