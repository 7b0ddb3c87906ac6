import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { WarningFilled } from '@fluentui/react-icons';
import { Input } from '@fluentui/react-input';
import { useState } from 'react';
import { useSubmit } from './useSubmit';
import styles from './session.module.css';

/** The sign-in of a development run: a name and no password, and it says so. */
export function NameForm({ signIn }: { signIn(name: string): Promise<void> }) {
  const [name, setName] = useState('');
  const { busy, problem, submit } = useSubmit(() => {
    const given = name.trim();
    return given === '' ? 'Enter the name that customers will see.' : signIn(given);
  });

  return (
    <form className={styles['fields']} onSubmit={submit} noValidate>
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
  );
}
