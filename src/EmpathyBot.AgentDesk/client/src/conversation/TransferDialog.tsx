import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { useState } from 'react';
import { EndDialog } from './EndDialog';

interface TransferDialogProps {
  hasDraft: boolean;
  transfer(to: string): Promise<void>;
}

/** Passes the conversation on; it stands in everyone's queue until someone takes it. */
export function TransferDialog({ hasDraft, transfer }: TransferDialogProps) {
  const [to, setTo] = useState('');
  const [missing, setMissing] = useState(false);

  async function confirm() {
    const name = to.trim();
    setMissing(name === '');
    if (name === '') return false;
    await transfer(name);
    return true;
  }

  return (
    <EndDialog trigger="Transfer…" title="Transfer the conversation" action="Transfer" hasDraft={hasDraft} confirm={confirm}>
      <Field
        label="Colleague or team"
        hint="They see in the queue that it is meant for them. The assistant stays silent."
        required
        {...(missing ? { validationState: 'error' as const, validationMessage: 'Say who it is for.' } : {})}
      >
        <Input value={to} maxLength={100} onChange={(_, data) => setTo(data.value)} />
      </Field>
    </EndDialog>
  );
}
