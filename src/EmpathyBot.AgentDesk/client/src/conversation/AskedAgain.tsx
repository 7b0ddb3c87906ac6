import { InfoRegular } from '@fluentui/react-icons';
import type { Fact } from '../api/types';
import { factName } from '../brief/facts';
import { askedAgain } from './askedAgain';
import styles from './conversation.module.css';

/** A quiet word when a draft asks for what the customer has told already. Always there, so that it is announced. */
export function AskedAgain({ draft, facts }: { draft: string; facts: readonly Fact[] }) {
  const again = askedAgain(draft, facts);
  return (
    <div role="status" className={styles['askedAgain']}>
      {again.map((fact) => (
        <p key={fact.name}>
          <InfoRegular aria-hidden fontSize={20} />
          <span>
            Already told: {factName(fact).toLowerCase()} is <strong dir="auto">{fact.value}</strong>
          </span>
        </p>
      ))}
    </div>
  );
}
