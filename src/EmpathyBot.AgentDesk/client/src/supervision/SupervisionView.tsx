import { Spinner } from '@fluentui/react-spinner';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { loadInWords, stateInWords } from '../agents/targets';
import type { HandoffItem, Overview } from '../api/types';
import { Feeling } from '../emotions/Feeling';
import { reasonInWords } from '../queue/reasons';
import { useNow } from '../queue/useNow';
import { waitInWords } from '../queue/waiting';
import { addressOf, auditAddress, queueAddress } from '../routing/route';
import { figuresOf, heldBy, heldByOthers, waitingIn } from './figures';
import styles from './supervision.module.css';
import { useOverview } from './useOverview';

/** Who waits and in what mood, who holds what, and the day in figures. A conversation opened from here can be joined or taken over. */
export function SupervisionView() {
  const { overview, problem } = useOverview();
  return (
    <div className={styles['view']}>
      <a className={styles['back']} href={queueAddress}>
        <ArrowLeftRegular aria-hidden /> Queue
      </a>
      <h2>Supervision</h2>
      <p>
        <a href={auditAddress}>Audit log: who did what at this desk</a>
      </p>
      {problem && <p role="alert">{problem}</p>}
      {overview ? <Shown overview={overview} /> : !problem && <Spinner label="Looking around…" />}
    </div>
  );
}

function Shown({ overview: { handoffs, agents, figures } }: { overview: Overview }) {
  const waiting = waitingIn(handoffs);
  const others = heldByOthers(agents, handoffs);
  return (
    <>
      <section aria-label="Today">
        <h3>Today</h3>
        <dl className={styles['figures']}>
          {figuresOf(figures).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label="Waiting">
        <h3>Waiting ({waiting.length})</h3>
        {waiting.length === 0 ? <p>Nobody is waiting.</p> : <List items={waiting} aside={(item) => <Waited since={item.waitingSince} />} />}
      </section>
      <section aria-label="At the desk">
        <h3>At the desk</h3>
        {heldBy(agents, handoffs).length + others.length === 0 && <p>Nobody has the desk open.</p>}
        {heldBy(agents, handoffs).map(({ agent, holds }) => (
          <div key={agent.id} className={styles['agent']}>
            <h4>
              <span dir="auto">{agent.name}</span>
              <span className={styles['about']}>
                {stateInWords(agent)}, {loadInWords({ load: holds.length, limit: agent.limit })}
                {agent.teams.length > 0 && ` · ${agent.teams.join(', ')}`}
              </span>
            </h4>
            {holds.length > 0 && <List items={holds} aside={answered} />}
          </div>
        ))}
        {others.length > 0 && (
          <div className={styles['agent']}>
            <h4>Others</h4>
            <List items={others} aside={(item) => item.agentName} />
          </div>
        )}
      </section>
    </>
  );
}

const answered = (item: HandoffItem) => (item.awaitsReply ? 'Customer waits for an answer' : 'Answered');

function List({ items, aside }: { items: readonly HandoffItem[]; aside(item: HandoffItem): ReactNode }) {
  return (
    <ul className={styles['list']}>
      {items.map((item) => (
        <li key={item.id}>
          <a href={addressOf(item.conversationId)}>
            <span className={styles['line']}>
              {item.emotion ? <Feeling emotion={item.emotion} intensity={item.intensity} trend={item.trend} /> : <span>Mood not read</span>}
              <span className={styles['aside']}>{aside(item)}</span>
            </span>
            <span dir="auto">{item.headline}</span>
            <span className={styles['about']}>
              {item.transferredTo ? `Passed on to ${item.transferredTo}` : reasonInWords(item.reason)} · {item.customer ?? 'Anonymous'}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Waited({ since }: { since: string }) {
  const now = useNow();
  return <>waiting {waitInWords(since, now)}</>;
}
