import type { Decision } from '../api/types';
import { codeInWords, plainCode } from '../emotions/words';
import styles from './transcript.module.css';

const acts: Record<string, string> = {
  none: 'Nothing to acknowledge',
  reflect: 'Said it back',
  validate: 'Said that the displeasure makes sense',
  apologise: 'Apologised',
  reassure: 'Reassured',
  thank: 'Took the thanks',
  celebrate: 'Shared the joy',
  'de-escalate': 'Kept it short and calm',
  clarify: 'Brought order',
  'own-failure': 'Owned its mistake',
  safety: 'Gave help at once',
};

/** What the assistant did on a message and why, for who asks. */
export function DecisionDetails({ decision }: { decision: Decision }) {
  return (
    <details className={styles['decision']}>
      <summary>What the assistant did, and why</summary>
      <dl>
        <dt>First</dt>
        <dd>{acts[plainCode(decision.act)] ?? codeInWords(decision.act)}</dd>
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
