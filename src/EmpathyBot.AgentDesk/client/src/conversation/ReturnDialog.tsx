import { Field } from '@fluentui/react-field';
import { Textarea } from '@fluentui/react-textarea';
import { useState } from 'react';
import { EndDialog } from './EndDialog';

interface ReturnDialogProps {
  hasDraft: boolean;
  returnToBot(note: string): Promise<void>;
}

/** Gives the conversation back to the assistant, with a word on what was done. */
export function ReturnDialog({ hasDraft, returnToBot }: ReturnDialogProps) {
  const [note, setNote] = useState('');

  async function confirm() {
    await returnToBot(note.trim());
    return true;
  }

  return (
    <EndDialog
      trigger="Return…"
      title="Return to the assistant"
      action="Return to assistant"
      hasDraft={hasDraft}
      confirm={confirm}
    >
      <p>The assistant answers the customer again. They can ask for a person at any time.</p>
      <Field label="Note" hint="What you did or agreed. The customer does not see it.">
        <Textarea value={note} onChange={(_, data) => setNote(data.value)} />
      </Field>
    </EndDialog>
  );
}
