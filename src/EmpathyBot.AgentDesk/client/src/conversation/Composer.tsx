import { Button } from '@fluentui/react-button';
import { SendRegular } from '@fluentui/react-icons';
import { Textarea } from '@fluentui/react-textarea';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { deskApi } from '../api/deskApi';
import styles from './conversation.module.css';
import { tellTyping } from './typing';

interface ComposerProps {
  ticketId: string;
  draft: string;
  write(draft: string): void;
  send(text: string): void;
  /** Grows when the box is to be written in next. */
  focusRequest: number;
}

/** Where the agent writes. Enter sends, Shift and Enter make a new line. */
export function Composer({ ticketId, draft, write, send, focusRequest }: ComposerProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const typing = useMemo(
    // Whether the customer saw that someone types is not worth an error message.
    () => tellTyping(() => void deskApi.typing(ticketId).catch(() => undefined)),
    [ticketId],
  );

  // A draft is written on at its end, also when it was brought back or a suggestion was put in.
  useEffect(() => {
    if (!box.current) return;
    box.current.setSelectionRange(box.current.value.length, box.current.value.length);
    if (focusRequest > 0) box.current.focus();
  }, [focusRequest]);

  function sendDraft() {
    const text = draft.trim();
    if (text === '') return;
    send(text);
    write('');
    typing.rest();
    box.current?.focus();
  }

  function keyDown(event: KeyboardEvent) {
    // While an input method composes, Enter takes its proposal.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    sendDraft();
  }

  return (
    <form
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        sendDraft();
      }}
    >
      <Textarea
        textarea={{ ref: box }}
        className={styles['box']}
        aria-label="Your message"
        placeholder="Write to the customer. Enter sends, Shift+Enter makes a new line."
        resize="none"
        value={draft}
        onKeyDown={keyDown}
        onChange={(_, data) => {
          write(data.value);
          if (data.value !== '') typing.stroke();
        }}
      />
      <Button type="submit" appearance="primary" icon={<SendRegular />} disabledFocusable={draft.trim() === ''}>
        Send
      </Button>
    </form>
  );
}
