import type { Brief, Sentence } from '../api/types';
import type { ReactNode } from 'react';
import styles from './brief.module.css';
import { Cited } from './Cited';
import { DoNotAskAgain } from './DoNotAskAgain';
import { Feelings } from './Feelings';
import { SuggestedReply, type Suggestion } from './SuggestedReply';

interface BriefPanelProps {
  brief: Brief;
  /** How the suggested first reply may be used; null once it is too late for it. */
  suggestion: Suggestion | null;
}

/** What an agent must know before the first word, in the order it is needed. */
export function BriefPanel({ brief, suggestion }: BriefPanelProps) {
  return (
    <div className={styles['brief']}>
      <Section title="In short">
        <p className={styles['summary']}>
          {brief.summary.map((sentence) => (
            <Cited key={sentence.text} turnIds={sentence.turnIds}>
              {sentence.text}
            </Cited>
          ))}
        </p>
      </Section>
      <Feelings brief={brief} />
      {brief.openQuestion && <Sentences title="Still open" sentences={[brief.openQuestion]} />}
      <Sentences title="Promised" sentences={brief.promised} />
      <DoNotAskAgain facts={brief.doNotAskAgain} />
      <Sentences title="Tried" sentences={brief.tried} />
      <Sentences title="Already acknowledged" sentences={brief.acknowledged} />
      {brief.masked.length > 0 && <p className={styles['masked']}>Masked for safety: {brief.masked.join(', ')}.</p>}
      {suggestion && <SuggestedReply text={brief.suggestedReply} tone={brief.tone} suggestion={suggestion} />}
    </div>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: Sentence[] }) {
  if (sentences.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles['sentences']}>
        {sentences.map((sentence) => (
          <li key={sentence.text}>
            <Cited turnIds={sentence.turnIds}>{sentence.text}</Cited>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
