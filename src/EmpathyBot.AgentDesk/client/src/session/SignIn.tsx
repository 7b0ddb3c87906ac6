import { Button } from '@fluentui/react-button';
import { Spinner } from '@fluentui/react-spinner';
import { useEffect, useState } from 'react';
import { ApiError, deskApi, providerAddress } from '../api/deskApi';
import type { WaysIn } from '../api/types';
import { failedSignIn } from './signInWords';
import { NameForm } from './NameForm';
import { PasswordForm } from './PasswordForm';
import { isTab } from './teams';
import { TeamsSignIn } from './TeamsSignIn';
import styles from './session.module.css';

interface SignInProps {
  ended: boolean;
  signIn(name: string, password: string | null): Promise<void>;
  /** To be called when somebody was signed in another way. */
  signedIn(): Promise<void>;
}

/** The sign-in, in the ways this desk has. */
export function SignIn({ ended, signIn, signedIn }: SignInProps) {
  const { ways, problem, ask } = useWaysIn();
  const [failed] = useState(() => failedSignIn(location.search));

  // Told once: a reload must not say it again.
  useEffect(() => {
    if (failed) history.replaceState(null, '', location.pathname + location.hash);
  }, [failed]);

  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <h1>Agent desk</h1>
        {ended && <p role="status">Your session has ended. Sign in again; your drafts are still here.</p>}
        {failed && (
          <p className={styles['problem']} role="alert">
            {failed}
          </p>
        )}
        {problem && (
          <>
            <p role="alert">{problem}</p>
            <Button onClick={() => void ask()}>Try again</Button>
          </>
        )}
        {!ways && !problem && <Spinner label="One moment…" />}
        {ways && (ways.teams && isTab() ? <TeamsSignIn signedIn={signedIn} /> : <Ways ways={ways} signIn={signIn} />)}
      </div>
    </main>
  );
}

function Ways({ ways, signIn }: { ways: WaysIn; signIn: SignInProps['signIn'] }) {
  if (ways.development) return <NameForm signIn={(name) => signIn(name, null)} />;
  return (
    <>
      {ways.noAccountYet && (
        <p className={styles['problem']}>
          Nobody has an account here yet. Whoever runs this desk makes the first with the command <code>desk-account add</code>.
        </p>
      )}
      {ways.provider && (
        <a className={styles['provider']} href={providerAddress}>
          Sign in with {ways.provider}
        </a>
      )}
      {ways.provider && ways.password && <p className={styles['or']}>or</p>}
      {ways.password && <PasswordForm signIn={signIn} />}
    </>
  );
}

function useWaysIn() {
  const [ways, setWays] = useState<WaysIn | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function ask() {
    setProblem(null);
    try {
      setWays(await deskApi.waysIn());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
    }
  }

  useEffect(() => {
    void ask();
  }, []);

  return { ways, problem, ask };
}
