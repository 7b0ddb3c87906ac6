import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { useState } from 'react';
import { useSubmit } from './useSubmit';
import styles from './session.module.css';

/** Signing in with name and password. */
export function PasswordForm({ signIn }: { signIn(name: string, password: string): Promise<void> }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, submit } = useSubmit(() =>
    name.trim() === '' || password === '' ? 'Enter your sign-in name and your password.' : signIn(name.trim(), password),
  );

  return (
    <form className={styles['fields']} onSubmit={submit} noValidate>
      {problem && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      <Field label="Sign-in name" required>
        <Input size="large" autoFocus autoComplete="username" maxLength={100} value={name} onChange={(_, data) => setName(data.value)} />
      </Field>
      <Field label="Password" required>
        <Input
          size="large"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(_, data) => setPassword(data.value)}
        />
      </Field>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={busy}>
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}
