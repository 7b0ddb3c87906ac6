import { Field } from '@fluentui/react-field';
import { Radio, RadioGroup } from '@fluentui/react-radio';
import { Textarea } from '@fluentui/react-textarea';
import { useState } from 'react';
import type { Outcome } from '../api/types';
import { EndDialog } from './EndDialog';
import { outcomes } from './standing';

interface CloseDialogProps {
  hasDraft: boolean;
  close(outcome: Outcome, note: string): Promise<void>;
}

/** Closes the conversation with how it ended. */
export function CloseDialog({ hasDraft, close }: CloseDialogProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);

  async function confirm() {
    if (outcome === null) {
      setMissing(true);
      return false;
    }
    await close(outcome, note.trim());
    return true;
  }

  return (
    <EndDialog trigger="Close…" command="close" title="Close the conversation" action="Close conversation" hasDraft={hasDraft} confirm={confirm}>
      <Field
        label="How did it end?"
        required
        {...(missing && !outcome ? { validationState: 'error' as const, validationMessage: 'Choose how it ended.' } : {})}
      >
        <RadioGroup value={outcome ?? ''} onChange={(_, data) => setOutcome(data.value as Outcome)}>
          {Object.entries(outcomes).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="Note" hint="For colleagues. The customer does not see it.">
        <Textarea value={note} onChange={(_, data) => setNote(data.value)} />
      </Field>
    </EndDialog>
  );
}
