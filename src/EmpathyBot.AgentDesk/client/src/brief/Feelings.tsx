import { Feeling } from '../emotions/Feeling';
import styles from './brief.module.css';
import { Cited } from './Cited';
import type { Mood } from './moods';

interface FeelingsProps {
  moods: readonly Mood[];
  readingOff: boolean;
}

/** How the customer feels now, and felt at worst, with their own words and where it is heading. */
export function Feelings({ moods, readingOff }: FeelingsProps) {
  return (
    <section>
      <h3>Feeling</h3>
      {moods.length === 0 && <p>{readingOff ? 'Not read: the customer switched that off.' : 'Nothing was read yet.'}</p>}
      <dl className={styles['facts']}>
        {moods.map(({ when, felt, trend }) => (
          <div key={when} className={styles['fact']}>
            <dt>{when}</dt>
            <dd>
              <Feeling emotion={felt.emotion} intensity={felt.intensity} trend={trend} />
              {felt.quote && (
                <Cited turnIds={[felt.turnId]} className={styles['quote']}>
                  “{felt.quote}”
                </Cited>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
