import { Button } from '@fluentui/react-button';
import styles from './brief.module.css';

interface SuggestedReplyProps {
  text: string;
  tone: string;
  suggestion: { label: string; use(): void } | null;
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
      {suggestion && <Button onClick={suggestion.use}>{suggestion.label}</Button>}
    </section>
  );
}
