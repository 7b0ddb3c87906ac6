import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { LockClosedRegular } from '@fluentui/react-icons';
import { Input } from '@fluentui/react-input';
import { useEffect, useId, useRef, useState } from 'react';
import { deskApi } from '../api/deskApi';
import dialogStyles from '../conversation/dialog.module.css';
import { useSubmit } from './useSubmit';
import styles from './session.module.css';

/** Changes one's own password. */
export function PasswordDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);

  // Only once what is in it stands there, so that the focus lands on it.
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);

  return (
    <>
      <Button appearance="subtle" icon={<LockClosedRegular />} aria-label="Change my password" onClick={() => setOpen(true)}>
        <span className={styles['wide']}>Password</span>
      </Button>
      <dialog ref={dialog} className={dialogStyles['dialog']} aria-labelledby={titleId} onClose={() => setOpen(false)}>
        {isOpen && <PasswordChange titleId={titleId} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

function PasswordChange({ titleId, close }: { titleId: string; close(): void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const { busy, problem, submit } = useSubmit(() =>
    next === again ? deskApi.changePassword(current, next).then(close) : 'The two new passwords differ.',
  );

  return (
    <form className={dialogStyles['form']} onSubmit={submit} noValidate>
      <h2 id={titleId}>Change my password</h2>
      <p>You stay signed in here and are signed out everywhere else.</p>
      <Field label="Current password" required>
        <Input type="password" autoFocus autoComplete="current-password" value={current} onChange={(_, data) => setCurrent(data.value)} />
      </Field>
      <Field label="New password" hint="At least 12 characters. Several words in a row are fine." required>
        <Input type="password" autoComplete="new-password" value={next} onChange={(_, data) => setNext(data.value)} />
      </Field>
      <Field label="New password again" required>
        <Input type="password" autoComplete="new-password" value={again} onChange={(_, data) => setAgain(data.value)} />
      </Field>
      {problem && (
        <p className={dialogStyles['error']} role="alert">
          {problem}
        </p>
      )}
      <div className={dialogStyles['buttons']}>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          Change password
        </Button>
      </div>
    </form>
  );
}
