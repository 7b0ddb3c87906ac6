import { Field } from '@fluentui/react-field';
import { Textarea } from '@fluentui/react-textarea';
import { useState } from 'react';
import { EndDialog } from './EndDialog';

interface ReturnDialogProps {
  hasDraft: boolean;
  returnToBot(note: string, word: string): Promise<void>;
}

/** Gives the conversation back to the assistant, with a word on what was done. */
export function ReturnDialog({ hasDraft, returnToBot }: ReturnDialogProps) {
  const [note, setNote] = useState('');
  const [word, setWord] = useState('');

  async function confirm() {
    await returnToBot(note.trim(), word.trim());
    return true;
  }

  return (
    <EndDialog
      trigger="Return…"
      command="giveBack"
      title="Return to the assistant"
      action="Return to assistant"
      hasDraft={hasDraft}
      confirm={confirm}
    >
      <p>The assistant answers the customer again. They can ask for a person at any time.</p>
      <Field label="What the assistant tells the customer from you" hint="Optional. It says this word for word when it takes over.">
        <Textarea value={word} maxLength={500} onChange={(_, data) => setWord(data.value)} />
      </Field>
      <Field label="Note" hint="What you did or agreed. The customer does not see it.">
        <Textarea value={note} onChange={(_, data) => setNote(data.value)} />
      </Field>
    </EndDialog>
  );
}
