import { Button } from '@fluentui/react-button';
import { Spinner } from '@fluentui/react-spinner';
import { useCallback, useEffect, useState } from 'react';
import { signInFromTeams } from './teams';
import styles from './session.module.css';

/** In a tab of Teams nobody types anything: Teams knows who they are. */
export function TeamsSignIn({ signedIn }: { signedIn(): Promise<void> }) {
  const [problem, setProblem] = useState<string | null>(null);

  const start = useCallback(async () => {
    setProblem(null);
    try {
      await signInFromTeams();
      await signedIn();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }, [signedIn]);

  useEffect(() => {
    void start();
  }, [start]);

  if (problem === null) return <Spinner label="Teams signs you in…" />;
  return (
    <>
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
      <Button onClick={() => void start()}>Try again</Button>
    </>
  );
}
