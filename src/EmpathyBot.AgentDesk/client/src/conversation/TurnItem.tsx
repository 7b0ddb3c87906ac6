import type { Turn } from '../api/types';
import { DecisionDetails } from './DecisionDetails';
import { MarkedText } from './MarkedText';
import { textOfFile } from './outbox';
import { ReadingLine } from './ReadingLine';
import { SentFiles } from './SentFiles';
import { timeInWords } from './times';
import styles from './transcript.module.css';

const speakers = { customer: 'Customer', bot: 'Assistant', agent: 'Agent' };

interface TurnItemProps {
  turn: Turn;
  customer: string | null;
  /** Its place in the transcript, counted from 1; the brief points here with it. */
  place: number;
  isCited: boolean;
}

export function TurnItem({ turn, customer, place, isCited }: TurnItemProps) {
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
        <strong dir="auto">{turn.name || (turn.role === 'customer' && customer) || speakers[turn.role]}</strong>
        <span>
          {turn.role === 'agent' && 'Sent '}
          <time dateTime={turn.at}>{timeInWords(turn.at)}</time>
        </span>
      </p>
      {!standsForFiles(turn) && (
        <p className={styles['bubble']} dir="auto">
          <MarkedText text={turn.text} cues={cues} />
        </p>
      )}
      {turn.files && <SentFiles files={turn.files} />}
      {turn.role === 'customer' && <ReadingLine turn={turn} />}
      {turn.decision && <DecisionDetails decision={turn.decision} />}
    </li>
  );
}

/** True when the text says no more than that there are files, which are shown. */
function standsForFiles({ text, files }: Turn): boolean {
  return Boolean(files?.length) && (text.trim() === '' || (files ?? []).some((file) => textOfFile(file) === text));
}
