import { Button } from '@fluentui/react-button';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { Spinner } from '@fluentui/react-spinner';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { HandoffItem } from '../api/types';
import { useAnnounce } from '../live/Announcer';
import { useSignedIn } from '../session/SessionContext';
import { groupQueue, titleFor } from './grouping';
import styles from './queue.module.css';
import { QueueCard } from './QueueCard';
import type { Queue } from './useQueue';

/** Who needs someone, most needed first. */
export function QueuePanel({ queue, openId }: { queue: Queue; openId: string | null }) {
  const { me } = useSignedIn();
  const groups = groupQueue(queue.items ?? [], me);
  useTitle(groups.waiting.length);
  useNewcomers(queue.items ? groups.waiting : null);

  return (
    <section className={styles['panel']} aria-label="Queue" onKeyDown={moveByArrows}>
      {queue.problem && (
        <p className={styles['problem']} role="alert">
          {queue.problem} <Button onClick={() => void queue.reload()}>Try again</Button>
        </p>
      )}
      {queue.items === null && !queue.problem && <Spinner label="Reading the queue…" />}
      <Group title="With you" items={groups.mine} openId={openId} />
      {queue.items !== null && groups.waiting.length === 0 && <NobodyWaits />}
      <Group title="Waiting" items={groups.waiting} openId={openId} />
      <Group title="With colleagues" items={groups.others} openId={openId} />
    </section>
  );
}

function Group({ title, items, openId }: { title: string; items: HandoffItem[]; openId: string | null }) {
  if (items.length === 0) return null;
  return (
    <section className={styles['group']}>
      <h2>
        {title} <span className={styles['count']}>{items.length}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <QueueCard key={item.id} item={item} isOpen={item.conversationId === openId} />
        ))}
      </ul>
    </section>
  );
}

/** Up and down go from card to card; the Tab key goes its usual way as well. */
function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const next = cards[cards.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function NobodyWaits() {
  return (
    <div className={styles['empty']}>
      <CheckmarkCircleRegular aria-hidden fontSize={32} />
      <p>
        <strong>Nobody is waiting.</strong>
        <br />
        Whoever needs a person appears here by themselves.
      </p>
    </div>
  );
}

function useTitle(waiting: number) {
  useEffect(() => {
    document.title = titleFor(waiting);
  }, [waiting]);
}

/** Announces who joined the queue since it was last read. */
function useNewcomers(waiting: HandoffItem[] | null) {
  const announce = useAnnounce();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (waiting === null) return;
    const newcomers = waiting.filter((item) => known.current !== null && !known.current.has(item.id));
    if (newcomers.length > 0) announce(`New in the queue: ${newcomers.map((item) => item.headline).join('; ')}`);
    known.current = new Set(waiting.map((item) => item.id));
  }, [waiting, announce]);
}
