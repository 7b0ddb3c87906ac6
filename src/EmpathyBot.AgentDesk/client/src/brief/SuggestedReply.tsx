import { Button } from '@fluentui/react-button';
import styles from './brief.module.css';

/** What pressing the button does, and its name. */
export interface Suggestion {
  label: string;
  use(): void;
}

interface SuggestedReplyProps {
  text: string;
  tone: string;
  suggestion: Suggestion;
}

/** A first reply to edit and send, and how to sound. */
export function SuggestedReply({ text, tone, suggestion }: SuggestedReplyProps) {
  return (
    <section className={styles['suggestion']}>
      <h3>Suggested reply</h3>
      <blockquote dir="auto">{text}</blockquote>
      <p className={styles['tone']}>
        <strong>Tone:</strong> {tone}
      </p>
      <Button onClick={suggestion.use}>{suggestion.label}</Button>
    </section>
  );
}
