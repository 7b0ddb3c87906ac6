import { Button } from '@fluentui/react-button';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Turn } from '../api/types';
import { emotionName } from '../emotions/words';
import { feltNow, fitting } from './fitting';
import styles from './phrases.module.css';
import { usePhrases } from './usePhrases';

interface PhrasePanelProps {
  conversationId: string;
  turns: readonly Turn[];
  /** Puts a sentence into the draft, to be edited there. */
  use(text: string): void;
  close(): void;
}

/** Sentences that fit what the customer feels now. Pressing one puts it into the draft; nothing is sent by it. */
export function PhrasePanel({ conversationId, turns, use, close }: PhrasePanelProps) {
  const list = useRef<HTMLUListElement>(null);
  const { phrases, problem } = usePhrases(conversationId, true);
  const emotion = feltNow(turns);
  const offered = fitting(phrases ?? [], emotion);

  // Opened by keyboard, it is gone through by keyboard.
  useEffect(() => list.current?.querySelector('button')?.focus(), [phrases]);

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
    event.preventDefault();
  }

  return (
    <section className={styles['panel']} aria-label="Phrases" onKeyDown={keyDown}>
      <div className={styles['title']}>
        <h3>{emotion === 'neutral' ? 'Phrases' : `Phrases for ${emotionName(emotion).toLowerCase()}`}</h3>
        <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label="Close the phrases" onClick={close} />
      </div>
      {problem && <p role="alert">{problem}</p>}
      {phrases !== null && offered.length === 0 && <p>There are none for this language.</p>}
      <ul ref={list}>
        {offered.map((phrase) => (
          <li key={phrase.id}>
            <button type="button" dir="auto" onClick={() => use(phrase.text)}>
              {phrase.text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
