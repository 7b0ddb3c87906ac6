import type { Turn } from '../api/types';
import { DecisionDetails } from './DecisionDetails';
import { MarkedText } from './MarkedText';
import { ReadingLine } from './ReadingLine';
import { timeInWords } from './times';
import styles from './transcript.module.css';

const speakers = { customer: 'Customer', bot: 'Assistant', agent: 'Agent' };

interface TurnItemProps {
  turn: Turn;
  /** Its place in the transcript, counted from 1; the brief points here with it. */
  place: number;
  isCited: boolean;
}

export function TurnItem({ turn, place, isCited }: TurnItemProps) {
  const cues = turn.reading?.cues ?? [];
  return (
    <li
      className={`${styles['turn']} ${styles[turn.role] ?? ''}`}
      data-turn={turn.id}
      data-cited={isCited || undefined}
      aria-current={isCited || undefined}
    >
      <p className={styles['meta']}>
        <span className={styles['place']}>{place}</span>
        <strong dir="auto">{turn.name || speakers[turn.role]}</strong>
        <time dateTime={turn.at}>{timeInWords(turn.at)}</time>
      </p>
      <p className={styles['bubble']} dir="auto">
        <MarkedText text={turn.text} cues={cues} />
      </p>
      {turn.role === 'customer' && <ReadingLine turn={turn} />}
      {turn.decision && <DecisionDetails decision={turn.decision} />}
    </li>
  );
}
