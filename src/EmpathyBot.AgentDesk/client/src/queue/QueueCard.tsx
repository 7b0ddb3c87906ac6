import { ClockRegular, WarningFilled } from '@fluentui/react-icons';
import type { HandoffItem } from '../api/types';
import { Feeling } from '../emotions/Feeling';
import { addressOf } from '../routing/route';
import { isWaiting } from './grouping';
import styles from './queue.module.css';
import { isLoud, reasonInWords } from './reasons';
import { useNow } from './useNow';
import { waitInWords } from './waiting';

/** One who waits or is being served: mood, matter, reason and how long. */
export function QueueCard({ item, isOpen }: { item: HandoffItem; isOpen: boolean }) {
  return (
    <li>
      <a className={styles['card']} href={addressOf(item.conversationId)} aria-current={isOpen ? 'true' : undefined}>
        <span className={styles['line']}>
          {item.emotion ? (
            <Feeling emotion={item.emotion} intensity={item.intensity} trend={item.trend} />
          ) : (
            <span className={styles['muted']}>Mood not read</span>
          )}
          {isWaiting(item) ? <Waited since={item.waitingSince} /> : <span className={styles['muted']}>{item.agentName}</span>}
        </span>
        <span className={styles['headline']} dir="auto">
          {item.headline}
        </span>
        <span className={styles['line']}>
          <span className={styles['reason']} data-loud={isLoud(item.reason) || undefined} data-due={item.awaitsReply || undefined}>
            {isLoud(item.reason) && <WarningFilled aria-hidden />}
            {whyIn(item)}
          </span>
          <span className={styles['muted']} dir="auto">
            {item.customer ?? 'Anonymous'}
          </span>
        </span>
      </a>
    </li>
  );
}

function whyIn(item: HandoffItem): string {
  if (item.awaitsReply) return 'Waits for an answer';
  return item.transferredTo ? `Passed on to ${item.transferredTo}` : reasonInWords(item.reason);
}

function Waited({ since }: { since: string }) {
  const now = useNow();
  return (
    <span className={styles['waited']}>
      <ClockRegular aria-hidden />
      <span className="visually-hidden">waiting </span>
      {waitInWords(since, now)}
    </span>
  );
}
