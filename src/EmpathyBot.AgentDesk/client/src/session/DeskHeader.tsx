import { Button } from '@fluentui/react-button';
import { SignOutRegular, WarningFilled } from '@fluentui/react-icons';
import type { Me } from '../api/types';
import styles from './session.module.css';

export function DeskHeader({ me, signOut }: { me: Me; signOut(): Promise<void> }) {
  return (
    <header className={styles['header']}>
      <h1>Agent desk</h1>
      {me.developmentSignIn && (
        <p className={styles['development']}>
          <WarningFilled aria-hidden />
          <span>
            Development<span className={styles['wide']}> sign-in: no password, made-up customers only</span>
          </span>
        </p>
      )}
      <span className={styles['gap']} />
      <span className={styles['who']}>{me.name}</span>
      <Button appearance="subtle" icon={<SignOutRegular />} aria-label="Sign out" onClick={() => void signOut()}>
        <span className={styles['wide']}>Sign out</span>
      </Button>
    </header>
  );
}
