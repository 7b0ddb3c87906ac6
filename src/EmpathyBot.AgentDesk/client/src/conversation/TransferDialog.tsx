import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { Radio, RadioGroup } from '@fluentui/react-radio';
import { useEffect, useRef, useState } from 'react';
import { targetsOf, type Target } from '../agents/targets';
import { useAgents } from '../agents/useAgents';
import { useSignedIn } from '../session/SessionContext';
import { EndDialog } from './EndDialog';

interface TransferDialogProps {
  hasDraft: boolean;
  transfer(to: string): Promise<void>;
}

const inWords = 'in words';

/** Passes the conversation on; it stands on top of their queue, and anyone may take it. */
export function TransferDialog({ hasDraft, transfer }: TransferDialogProps) {
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const to = chosen === inWords ? words.trim() : chosen;

  async function confirm() {
    setMissing(to === '');
    if (to === '') return false;
    await transfer(to);
    return true;
  }

  return (
    <EndDialog trigger="Transfer…" command="transfer" title="Transfer the conversation" action="Transfer" hasDraft={hasDraft} confirm={confirm}>
      <Field
        label="To whom?"
        hint="It stands on top of their queue. The assistant stays silent meanwhile."
        required
        {...(missing && to === '' ? { validationState: 'error' as const, validationMessage: 'Say who it is for.' } : {})}
      >
        <Targets chosen={chosen} choose={setChosen} />
      </Field>
      {chosen === inWords && (
        <Field label="Colleague or team" required>
          <Input value={words} maxLength={100} onChange={(_, data) => setWords(data.value)} />
        </Field>
      )}
    </EndDialog>
  );
}

function Targets({ chosen, choose, ...field }: { chosen: string; choose(id: string): void }) {
  const { me } = useSignedIn();
  const { agents, problem } = useAgents();
  const group = useRef<HTMLDivElement>(null);
  // The dialog was there before the list: the keyboard goes to the list once it is.
  useEffect(() => group.current?.querySelector('input')?.focus(), [agents]);
  if (problem) return <p role="alert">{problem}</p>;
  if (!agents) return <p>Looking who is there…</p>;
  return (
    <div ref={group}>
      <RadioGroup {...field} value={chosen} onChange={(_, data) => choose(data.value)}>
        {targetsOf(agents, me.agentId).map((target) => (
          <Radio key={target.id} value={target.id} label={<TargetLabel target={target} />} />
        ))}
        <Radio value={inWords} label="Someone who is not listed" />
      </RadioGroup>
    </div>
  );
}

function TargetLabel({ target }: { target: Target }) {
  return (
    <>
      <strong dir="auto">{target.name}</strong> · {target.about}
    </>
  );
}
