import { Button } from '@fluentui/react-button';
import { deskApi } from '../api/deskApi';
import type { Ticket } from '../api/types';
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
  reload(): Promise<void>;
}

/** What this agent can do with the conversation now. */
export function ConversationActions({ ticket, standing, hasDraft, taking, take, reload }: ConversationActionsProps) {
  if (!ticket) return null;
  if (standing.kind === 'waiting')
    return (
      <Button appearance="primary" size="large" disabledFocusable={taking} onClick={take}>
        Take
      </Button>
    );
  if (standing.kind !== 'mine') return null;
  return (
    <>
      <TransferDialog hasDraft={hasDraft} transfer={(to) => deskApi.transfer(ticket.id, to).then(reload)} />
      <ReturnDialog hasDraft={hasDraft} returnToBot={(note) => deskApi.returnToBot(ticket.id, note).then(reload)} />
      <CloseDialog hasDraft={hasDraft} close={(outcome, note) => deskApi.close(ticket.id, outcome, note).then(reload)} />
    </>
  );
}
