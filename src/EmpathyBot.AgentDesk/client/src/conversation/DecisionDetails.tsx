import type { Decision } from '../api/types';
import { codeInWords } from '../emotions/words';
import styles from './transcript.module.css';

/** What the assistant did on a message and why, for who asks. */
export function DecisionDetails({ decision }: { decision: Decision }) {
  return (
    <details className={styles['decision']}>
      <summary>What the assistant did, and why</summary>
      <dl>
        <dt>Acknowledged by</dt>
        <dd>{codeInWords(decision.act)}</dd>
        <dt>Because</dt>
        <dd>{codeInWords(decision.reason)}</dd>
        <dt>Then</dt>
        <dd>{codeInWords(decision.step)}</dd>
        <dt>Because</dt>
        <dd>{codeInWords(decision.stepReason)}</dd>
        {decision.phraseId && (
          <>
            <dt>Phrase</dt>
            <dd>
              <code>{decision.phraseId}</code>
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}
