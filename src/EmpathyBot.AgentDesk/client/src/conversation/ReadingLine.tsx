import type { Turn } from '../api/types';
import { Feeling } from '../emotions/Feeling';
import { emotionName, plainCode, signalInWords, targetInWords } from '../emotions/words';
import styles from './transcript.module.css';

/** Below this a reading is a guess, and nothing was built on it. */
const sureFrom = 0.5;

const urgentFrom = 0.6;

/** What was read from one message: the emotion, what it is about, and the signals. */
export function ReadingLine({ turn }: { turn: Turn }) {
  const { reading } = turn;
  const signals = turn.signals ?? [];
  if (!reading && signals.length === 0) return null;
  const about = reading && plainCode(reading.primary) !== 'neutral' ? targetInWords(reading.target) : null;
  return (
    <p className={styles['reading']}>
      {reading && <Feeling emotion={reading.primary} intensity={reading.intensity} />}
      {reading?.secondary && <span>also {emotionName(reading.secondary).toLowerCase()}</span>}
      {about && <span>about {about}</span>}
      {reading?.readBy === 'customer' && <span>as the customer says</span>}
      {reading && reading.confidence < sureFrom && <span>unsure</span>}
      {reading && reading.urgency >= urgentFrom && !signals.includes('urgent') && <span>urgent</span>}
      {signals.map((signal) => (
        <span key={signal} className={styles['signal']}>
          {signalInWords(signal)}
        </span>
      ))}
    </p>
  );
}
