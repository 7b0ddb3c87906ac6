import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import styles from './conversation.module.css';
import type { Standing } from './standing';

/** What stands below the transcript: the composer for who holds it, else who answers here. */
export function Dock({ standing, writeNote, children }: { standing: Standing; writeNote: (() => void) | null; children: ReactNode }) {
  if (standing.kind === 'mine') return children;
  return (
    <div className={styles['dock']}>
      <p>{sentenceFor(standing)}</p>
      {writeNote && (
        <Button size="small" onClick={writeNote}>
          Write a note
        </Button>
      )}
    </div>
  );
}

function sentenceFor(standing: Exclude<Standing, { kind: 'mine' }>): string {
  switch (standing.kind) {
    case 'waiting':
      return 'Take the conversation to answer.';
    case 'colleague':
      return `${standing.name} answers here. You can read along.`;
    case 'with-bot':
      return 'The assistant answers here.';
    case 'ended':
      return 'This handoff has ended. If the customer needs a person again, they come back into the queue.';
  }
}
