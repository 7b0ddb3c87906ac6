import { Button } from '@fluentui/react-button';
import { AttachRegular, NoteRegular, SendRegular, TextQuoteRegular } from '@fluentui/react-icons';
import { Textarea } from '@fluentui/react-textarea';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { deskApi } from '../api/deskApi';
import type { Fact } from '../api/types';
import { AskedAgain } from './AskedAgain';
import styles from './conversation.module.css';
import { tellTyping } from './typing';

interface ComposerProps {
  ticketId: string;
  draft: string;
  write(draft: string): void;
  send(text: string): void;
  /** Null where the customer's channel takes no files. */
  sendFiles: ((files: readonly File[]) => void) | null;
  /** Grows when the box is to be written in next. */
  focusRequest: number;
  /** What must not be asked again. */
  facts: readonly Fact[];
  choosePhrase(): void;
  writeNote(): void;
}

/** Where the agent writes. Enter sends, Shift and Enter make a new line. */
export function Composer({ ticketId, draft, write, send, sendFiles, focusRequest, facts, choosePhrase, writeNote }: ComposerProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
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
    // Out of the box, so that single keys act again.
    if (event.key === 'Escape') box.current?.blur();
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
      <AskedAgain draft={draft} facts={facts} />
      <Textarea
        textarea={{ ref: box }}
        className={styles['box']}
        aria-label="Your message"
        placeholder="Write to the customer. Enter sends, Shift+Enter makes a new line."
        resize="none"
        value={draft}
        onKeyDown={keyDown}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (!sendFiles || files.length === 0) return;
          event.preventDefault();
          sendFiles(files);
        }}
        onChange={(_, data) => {
          write(data.value);
          if (data.value !== '') typing.stroke();
        }}
      />
      <div className={styles['aids']}>
        {sendFiles && (
          <>
            <Button appearance="subtle" icon={<AttachRegular />} aria-label="Send a file" title="Send a file" onClick={() => chooser.current?.click()} />
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              aria-label="Files to send"
              onChange={(event) => {
                sendFiles([...(event.target.files ?? [])]);
                // The same file can be chosen again.
                event.target.value = '';
                box.current?.focus();
              }}
            />
          </>
        )}
        <Button appearance="subtle" icon={<TextQuoteRegular />} aria-label="Phrases" title="Phrases" onClick={choosePhrase} />
        <Button appearance="subtle" icon={<NoteRegular />} aria-label="Note for colleagues" title="Note for colleagues" onClick={writeNote} />
      </div>
      <Button type="submit" appearance="primary" icon={<SendRegular />} disabledFocusable={draft.trim() === ''}>
        Send
      </Button>
    </form>
  );
}
