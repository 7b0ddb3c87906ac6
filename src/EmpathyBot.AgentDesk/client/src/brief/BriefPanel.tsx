import type { Brief, Sentence } from '../api/types';
import type { ReactNode } from 'react';
import styles from './brief.module.css';
import { useCitations } from './CitationContext';
import { Cited } from './Cited';
import { DoNotAskAgain } from './DoNotAskAgain';
import { Feelings } from './Feelings';
import type { Mood } from './moods';
import { SuggestedReply, type Suggestion } from './SuggestedReply';

interface BriefPanelProps {
  brief: Brief;
  moods: readonly Mood[];
  readingOff: boolean;
  /** How the suggested first reply may be used; null once it is too late for it. */
  suggestion: Suggestion | null;
}

/** What an agent must know before the first word, in the order it is needed. */
export function BriefPanel({ brief, moods, readingOff, suggestion }: BriefPanelProps) {
  return (
    <>
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
        <Sentences title="Also said" sentences={brief.details ?? []} />
        <Feelings moods={moods} readingOff={readingOff} />
        {brief.openQuestion && <Sentences title="Still open" sentences={[brief.openQuestion]} />}
        <Sentences title="Promised" byAssistant sentences={brief.promised} />
        <DoNotAskAgain facts={brief.doNotAskAgain} />
        <Sentences title="Earlier conversations" sentences={brief.earlier ?? []} />
        <Sentences title="Tried" byAssistant sentences={brief.tried} />
        <Sentences title="Already acknowledged" byAssistant sentences={brief.acknowledged} />
        {brief.masked.length > 0 && <p className={styles['masked']}>Masked for safety: {brief.masked.join(', ')}.</p>}
      </div>
      {suggestion && <SuggestedReply text={brief.suggestedReply} tone={brief.tone} suggestion={suggestion} />}
    </>
  );
}

interface SentencesProps {
  title: string;
  sentences: Sentence[];
  /** True for what the assistant did, so that its own words are shown for it. */
  byAssistant?: boolean;
}

function Sentences({ title, sentences, byAssistant = false }: SentencesProps) {
  const { answersIn } = useCitations();
  if (sentences.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles['sentences']}>
        {sentences.map((sentence) => (
          <li key={sentence.text}>
            <Cited turnIds={byAssistant ? answersIn(sentence.turnIds) : sentence.turnIds}>{sentence.text}</Cited>
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
