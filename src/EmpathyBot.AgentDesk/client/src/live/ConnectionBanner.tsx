import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import styles from './live.module.css';
import { useLiveState } from './LiveProvider';

/** Says when what is shown may be behind; empty while all is well, so that its appearing is announced. */
export function ConnectionBanner() {
  const lost = useLiveState() === 'lost';
  return (
    <div role="status">
      {lost && (
        <p className={styles['banner']}>
          <PlugDisconnectedRegular aria-hidden fontSize={20} />
          Connection lost. Reconnecting; what you see may be behind. Your drafts are kept.
        </p>
      )}
    </div>
  );
}
