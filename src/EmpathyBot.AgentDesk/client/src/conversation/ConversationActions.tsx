import { Button } from '@fluentui/react-button';
import { deskApi } from '../api/deskApi';
import type { Ticket } from '../api/types';
import { useCommand } from '../keyboard/Keyboard';
import { CloseDialog } from './CloseDialog';
import { ReturnDialog } from './ReturnDialog';
import type { Standing } from './standing';
import { TransferDialog } from './TransferDialog';

interface ConversationActionsProps {
  ticket: Ticket | null;
  standing: Standing;
  hasDraft: boolean;
  taking: boolean;
  take(): void;
  /** Takes it out of a colleague's hands; null for who may not. */
  takeOver: (() => void) | null;
  reload(): Promise<void>;
}

/** What this agent can do with the conversation now. */
export function ConversationActions({ ticket, standing, hasDraft, taking, take, takeOver, reload }: ConversationActionsProps) {
  useCommand('take', ticket && standing.kind === 'waiting' ? take : null);
  if (!ticket) return null;
  if (standing.kind === 'waiting')
    return (
      <Button appearance="primary" size="large" disabledFocusable={taking} onClick={take}>
        Take
      </Button>
    );
  if (standing.kind === 'colleague' && takeOver)
    return (
      <Button disabledFocusable={taking} onClick={takeOver}>
        Take over
      </Button>
    );
  if (standing.kind !== 'mine') return null;
  return (
    <>
      <TransferDialog hasDraft={hasDraft} transfer={(to) => deskApi.transfer(ticket.id, to).then(reload)} />
      <ReturnDialog hasDraft={hasDraft} returnToBot={(note, word) => deskApi.returnToBot(ticket.id, note, word).then(reload)} />
      <CloseDialog hasDraft={hasDraft} close={(outcome, note) => deskApi.close(ticket.id, outcome, note).then(reload)} />
    </>
  );
}
