import { Button } from '@fluentui/react-button';
import { Textarea } from '@fluentui/react-textarea';
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { ApiError, deskApi } from '../api/deskApi';
import { newKey } from '../api/keys';
import styles from './conversation.module.css';

interface NoteBoxProps {
  ticketId: string;
  /** Who holds it, when that is a colleague this agent may speak to as a supervisor. */
  holder: string | null;
  /** The note stands in the transcript, or it was given up. */
  done(): void;
  reload(): Promise<void>;
}

/** Writes a note for colleagues, or a word to whoever holds the conversation. The customer never sees it. */
export function NoteBox({ ticketId, holder, done, reload }: NoteBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const key = useRef(newKey());
  const hintId = useId();
  const [text, setText] = useState('');
  const [toHolder, setToHolder] = useState(holder !== null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => box.current?.focus(), []);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (text.trim() === '' || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await deskApi.note(ticketId, text.trim(), holder !== null && toHolder, key.current);
      await reload();
      done();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
      setBusy(false);
    }
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && text.trim() === '') done();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  }

  return (
    <form className={styles['noteBox']} onSubmit={submit}>
      <p id={hintId}>For colleagues only. The customer does not see it.</p>
      <Textarea
        textarea={{ ref: box }}
        className={styles['box']}
        aria-label="Your note"
        aria-describedby={hintId}
        resize="none"
        maxLength={2000}
        value={text}
        onKeyDown={keyDown}
        onChange={(_, data) => setText(data.value)}
      />
      {holder !== null && (
        <label className={styles['toHolder']}>
          <input type="checkbox" checked={toHolder} onChange={(event) => setToHolder(event.target.checked)} />
          Show it to {holder} at once
        </label>
      )}
      {problem && <p role="alert">{problem}</p>}
      <div className={styles['noteButtons']}>
        <Button onClick={done}>Cancel</Button>
        <Button type="submit" appearance="primary" disabledFocusable={busy || text.trim() === ''}>
          Save note
        </Button>
      </div>
    </form>
  );
}
