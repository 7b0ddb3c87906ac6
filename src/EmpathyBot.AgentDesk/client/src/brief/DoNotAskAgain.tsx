import type { Fact } from '../api/types';
import styles from './brief.module.css';
import { Cited } from './Cited';
import { factName } from './facts';

/** What the customer has told already. */
export function DoNotAskAgain({ facts }: { facts: Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>Do not ask again</h3>
      <dl className={styles['facts']}>
        {facts.map((fact) => (
          <div key={`${fact.name} ${fact.value}`} className={styles['fact']}>
            <dt>{factName(fact)}</dt>
            <dd>
              <Cited turnIds={[fact.turnId]}>{fact.value}</Cited>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
