import type { Brief, Felt } from '../api/types';
import { Feeling } from '../emotions/Feeling';
import styles from './brief.module.css';
import { Cited } from './Cited';

/** How the customer feels now, felt at worst, and where it is heading; their own words beside it. */
export function Feelings({ brief, readingOff }: { brief: Brief; readingOff: boolean }) {
  const { emotionNow: now, emotionPeak: peak } = brief;
  return (
    <section>
      <h3>Feeling</h3>
      {!now && !peak && <p>{readingOff ? 'Not read: the customer switched that off.' : 'Nothing was read yet.'}</p>}
      <dl className={styles['facts']}>
        {now && <Row term="Now" felt={now} trend={brief.trend} />}
        {peak && peak.turnId !== now?.turnId && <Row term="At worst" felt={peak} />}
      </dl>
    </section>
  );
}

function Row({ term, felt, trend = null }: { term: string; felt: Felt; trend?: string | null }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <Feeling emotion={felt.emotion} intensity={felt.intensity} trend={trend} />
        {felt.quote && (
          <Cited turnIds={[felt.turnId]} className={styles['quote']}>
            “{felt.quote}”
          </Cited>
        )}
      </dd>
    </>
  );
}
