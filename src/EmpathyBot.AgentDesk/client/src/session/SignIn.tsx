import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { WarningFilled } from '@fluentui/react-icons';
import { Input } from '@fluentui/react-input';
import { useState, type FormEvent } from 'react';
import { ApiError } from '../api/deskApi';
import styles from './session.module.css';

interface SignInProps {
  ended: boolean;
  signIn(name: string): Promise<void>;
}

/** The sign-in of a development run: a name and no password, and it says so. */
export function SignIn({ ended, signIn }: SignInProps) {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const given = name.trim();
    if (given === '') {
      setProblem('Enter the name that customers will see.');
      return;
    }
    setBusy(true);
    try {
      await signIn(given);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
      setBusy(false);
    }
  }

  return (
    <main className={styles['page']}>
      <form className={styles['card']} onSubmit={submit} noValidate>
        <h1>Agent desk</h1>
        {ended && <p role="status">Your session has ended. Sign in again; your drafts are still here.</p>}
        <div className={styles['warning']}>
          <WarningFilled aria-hidden fontSize={24} />
          <p>
            <strong>Development sign-in.</strong> There is no password: anyone who reaches this page can sign in and read
            every conversation. Use it with made-up customers only.
          </p>
        </div>
        <Field
          label="Your name"
          hint="Customers see it when you join their conversation."
          required
          {...(problem ? { validationState: 'error' as const, validationMessage: problem } : {})}
        >
          <Input size="large" autoFocus autoComplete="name" maxLength={60} value={name} onChange={(_, data) => setName(data.value)} />
        </Field>
        <Button type="submit" appearance="primary" size="large" disabledFocusable={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
    </main>
  );
}
