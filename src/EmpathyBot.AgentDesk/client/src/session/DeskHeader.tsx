import { Button } from '@fluentui/react-button';
import { DataBarVerticalRegular, SignOutRegular, WarningFilled } from '@fluentui/react-icons';
import { SeatDialog } from '../agents/SeatDialog';
import type { Seat } from '../agents/useSeat';
import type { Me } from '../api/types';
import { KeyHelp } from '../keyboard/KeyHelp';
import { useCommand } from '../keyboard/Keyboard';
import { SoundSwitch } from '../live/useSound';
import { supervisionAddress } from '../routing/route';
import { PasswordDialog } from './PasswordDialog';
import { isSupervisor } from './SessionContext';
import styles from './session.module.css';

export function DeskHeader({ me, seat, signOut }: { me: Me; seat: Seat; signOut(): Promise<void> }) {
  const supervises = isSupervisor(me);
  const supervise = () => {
    location.hash = supervisionAddress;
  };
  useCommand('supervision', supervises ? supervise : null);
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
      {supervises && (
        <Button appearance="subtle" icon={<DataBarVerticalRegular />} aria-label="Supervision" onClick={supervise}>
          <span className={styles['wide']}>Supervision</span>
        </Button>
      )}
      <SeatDialog mine={seat} />
      <SoundSwitch />
      <KeyHelp />
      {me.hasPassword && <PasswordDialog />}
      <span className={styles['who']}>{me.name}</span>
      <Button appearance="subtle" icon={<SignOutRegular />} aria-label="Sign out" onClick={() => void signOut()}>
        <span className={styles['wide']}>Sign out</span>
      </Button>
    </header>
  );
}
