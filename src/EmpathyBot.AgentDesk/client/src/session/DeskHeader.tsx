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
          Development<span> sign-in: no password, made-up customers only</span>
        </p>
      )}
      <span className={styles['who']}>{me.name}</span>
      <Button appearance="subtle" icon={<SignOutRegular />} onClick={() => void signOut()}>
        Sign out
      </Button>
    </header>
  );
}
