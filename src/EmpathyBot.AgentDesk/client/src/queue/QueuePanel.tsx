import { Button } from '@fluentui/react-button';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { Spinner } from '@fluentui/react-spinner';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { HandoffItem } from '../api/types';
import { useCommand } from '../keyboard/Keyboard';
import { useAnnounce } from '../live/Announcer';
import { useSound } from '../live/useSound';
import { addressOf } from '../routing/route';
import { useSignedIn } from '../session/SessionContext';
import { besides, groupQueue, titleFor, type QueueGroups } from './grouping';
import { heardOf, isAny, newsInWords, newsSince, type Heard } from './news';
import styles from './queue.module.css';
import { QueueCard } from './QueueCard';
import type { Queue } from './useQueue';

/** Who needs someone, most needed first. */
export function QueuePanel({ queue, teams, openId }: { queue: Queue; teams: readonly string[]; openId: string | null }) {
  const { me } = useSignedIn();
  const groups = groupQueue(queue.items ?? [], me, teams);
  const order = [...groups.mine, ...groups.forMe, ...groups.waiting, ...groups.others].map((item) => item.conversationId);
  const panel = useRef<HTMLElement>(null);
  const unseen = useNews(queue.items ? groups : null);
  useTitle(groups.waiting.length + groups.forMe.length, unseen);
  useCommand('next', () => openBesides(1));
  useCommand('previous', () => openBesides(-1));
  useCommand('queue', () => panel.current?.querySelector('a')?.focus());

  function openBesides(step: 1 | -1) {
    const next = besides(order, openId, step);
    if (next !== null) location.hash = addressOf(next);
  }

  return (
    <section ref={panel} className={styles['panel']} aria-label="Queue" onKeyDown={moveByArrows}>
      {queue.problem && (
        <p className={styles['problem']} role="alert">
          {queue.problem} <Button onClick={() => void queue.reload()}>Try again</Button>
        </p>
      )}
      {queue.items === null && !queue.problem && <Spinner label="Reading the queue…" />}
      <Group title="With you" items={groups.mine} openId={openId} />
      <Group title="Passed on to you" items={groups.forMe} openId={openId} />
      {queue.items !== null && groups.waiting.length + groups.forMe.length === 0 && <NobodyWaits />}
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

function useTitle(waiting: number, unseen: boolean) {
  useEffect(() => {
    document.title = titleFor(waiting, unseen);
  }, [waiting, unseen]);
}

/** Tells what came since the queue was last read, to the ear; true while it came unseen, behind another window. */
function useNews(groups: QueueGroups | null): boolean {
  const announce = useAnnounce();
  const { ring } = useSound();
  const heard = useRef<Heard | null>(null);
  const [unseen, setUnseen] = useState(false);

  useEffect(() => {
    if (groups === null) return;
    const news = newsSince(heard.current, groups);
    heard.current = heardOf(groups);
    if (!isAny(news)) return;
    newsInWords(news).forEach(announce);
    ring();
    if (document.visibilityState === 'hidden') setUnseen(true);
  }, [groups, announce, ring]);

  useEffect(() => {
    const lookedAt = () => document.visibilityState === 'visible' && setUnseen(false);
    document.addEventListener('visibilitychange', lookedAt);
    return () => document.removeEventListener('visibilitychange', lookedAt);
  }, []);

  return unseen;
}
