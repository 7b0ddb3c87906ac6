import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { PresenceAvailableRegular, PresenceOfflineRegular } from '@fluentui/react-icons';
import { Input } from '@fluentui/react-input';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { deskApi } from '../api/deskApi';
import type { DeskAgent, Team } from '../api/types';
import dialogStyles from '../conversation/dialog.module.css';
import { useCommand } from '../keyboard/Keyboard';
import styles from './agents.module.css';
import type { Seat, SeatChange } from './useSeat';

/** My own seat: whether conversations may be passed to me, how many I hold at once, and my teams. */
export function SeatDialog({ mine: { seat, problem, read, save } }: { mine: Seat }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [teams, setTeams] = useState<Team[]>([]);
  const [isOpen, setOpen] = useState(false);

  async function open() {
    await read();
    // Without the teams the rest can still be set.
    setTeams((await deskApi.agents().catch(() => ({ teams: [] as Team[] }))).teams);
    setOpen(true);
  }

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  useCommand('seat', () => void open());

  async function saveAndClose(change: SeatChange) {
    if (await save(change)) dialog.current?.close();
  }

  const available = seat?.available ?? true;
  return (
    <>
      <Button
        appearance="subtle"
        icon={available ? <PresenceAvailableRegular /> : <PresenceOfflineRegular />}
        aria-label={available ? 'Available. Change my availability' : 'Not available. Change my availability'}
        onClick={() => void open()}
      >
        <span className={styles['wide']}>{available ? 'Available' : 'Not available'}</span>
      </Button>
      <dialog ref={dialog} className={dialogStyles['dialog']} aria-labelledby={titleId} onClose={() => setOpen(false)}>
        {isOpen && seat && (
          <SeatForm titleId={titleId} seat={seat} teams={teams} problem={problem} save={saveAndClose} cancel={() => dialog.current?.close()} />
        )}
      </dialog>
    </>
  );
}

interface SeatFormProps {
  titleId: string;
  seat: DeskAgent;
  teams: Team[];
  problem: string | null;
  save(change: SeatChange): Promise<void>;
  cancel(): void;
}

function SeatForm({ titleId, seat, teams, problem, save, cancel }: SeatFormProps) {
  const [available, setAvailable] = useState(seat.available);
  const [limit, setLimit] = useState(seat.limit === null ? '' : String(seat.limit));
  const [mine, setMine] = useState<readonly string[]>(seat.teams);
  const wanted = limit.trim() === '' ? 0 : Number(limit);
  const isLimit = Number.isInteger(wanted) && wanted >= 0 && wanted <= 20;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isLimit) void save({ available, limit: wanted, teams: [...mine] });
  }

  return (
    <form className={dialogStyles['form']} onSubmit={submit} noValidate>
      <h2 id={titleId}>My availability</h2>
      <label className={styles['check']}>
        <input type="checkbox" checked={available} onChange={(event) => setAvailable(event.target.checked)} />
        Colleagues may pass conversations to me
      </label>
      <Field
        label="Conversations at once, at most"
        hint="1 to 20; empty for no limit. Taking one more is then refused."
        {...(isLimit ? {} : { validationState: 'error' as const, validationMessage: 'Give a whole number from 1 to 20, or nothing.' })}
      >
        <Input inputMode="numeric" value={limit} onChange={(_, data) => setLimit(data.value)} />
      </Field>
      {teams.length > 0 && (
        <fieldset className={styles['teams']}>
          <legend>My teams</legend>
          {teams.map(({ id, name }) => (
            <label key={id} className={styles['check']}>
              <input
                type="checkbox"
                checked={mine.includes(name)}
                onChange={(event) => setMine(event.target.checked ? [...mine, name] : mine.filter((each) => each !== name))}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {problem && (
        <p className={dialogStyles['error']} role="alert">
          {problem}
        </p>
      )}
      <div className={dialogStyles['buttons']}>
        <Button onClick={cancel}>Cancel</Button>
        <Button type="submit" appearance="primary">
          Save
        </Button>
      </div>
    </form>
  );
}
