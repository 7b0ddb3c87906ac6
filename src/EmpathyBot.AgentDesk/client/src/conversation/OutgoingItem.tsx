import { Button } from '@fluentui/react-button';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import type { Outgoing } from './outbox';
import styles from './transcript.module.css';

interface OutgoingItemProps {
  message: Outgoing;
  canRetry: boolean;
  retry(): void;
  takeBack(): void;
}

/** A message of ours that the transcript does not hold yet. */
export function OutgoingItem({ message, canRetry, retry, takeBack }: OutgoingItemProps) {
  return (
    <li className={`${styles['turn']} ${styles['agent']}`}>
      <p className={styles['bubble']} dir="auto">
        {message.text}
      </p>
      {message.state === 'failed' ? (
        <div className={styles['failed']} role="alert">
          <ErrorCircleRegular aria-hidden fontSize={20} />
          <span>Not sent. {message.problem}</span>
          {canRetry && (
            <Button size="small" onClick={retry}>
              Send again
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={takeBack}>
            {message.file ? 'Remove' : 'Put back into the draft'}
          </Button>
        </div>
      ) : (
        <p className={styles['delivery']}>{message.state === 'sending' ? 'Sending…' : 'Sent'}</p>
      )}
    </li>
  );
}
