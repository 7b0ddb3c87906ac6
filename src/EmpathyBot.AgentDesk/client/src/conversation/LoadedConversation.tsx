import { Button } from '@fluentui/react-button';
import { useState } from 'react';
import { deskApi } from '../api/deskApi';
import type { Conversation } from '../api/types';
import { BriefPanel } from '../brief/BriefPanel';
import { CitationContext } from '../brief/CitationContext';
import { useSignedIn } from '../session/SessionContext';
import { CloseDialog } from './CloseDialog';
import { Composer } from './Composer';
import styles from './conversation.module.css';
import { ConversationHeader } from './ConversationHeader';
import { Dock } from './Dock';
import { OutgoingItem } from './OutgoingItem';
import { PaneTabs, type Pane } from './PaneTabs';
import { ReturnDialog } from './ReturnDialog';
import { standingOf } from './standing';
import { Transcript } from './Transcript';
import { useCitedTurns } from './useCitedTurns';
import { useCustomerTyping } from './useCustomerTyping';
import { useDraft } from './useDraft';
import { useHeardTurns } from './useHeardTurns';
import { useOutbox } from './useOutbox';
import { useTake } from './useTake';

interface LoadedConversationProps {
  conversation: Conversation;
  problem: string | null;
  reload(): Promise<void>;
}

/** Brief and transcript side by side, or one at a time on a narrow screen; and what the agent can do. */
export function LoadedConversation({ conversation, problem, reload }: LoadedConversationProps) {
  const { me } = useSignedIn();
  const { id, ticket, brief, turns } = conversation;
  const standing = standingOf(ticket, me);
  const { draft, write, add } = useDraft(id);
  const { outbox, send, retry, drop } = useOutbox(id, turns, reload);
  const { take, taking, problem: takeProblem } = useTake(reload);
  const [pane, setPane] = useState<Pane>(standing.kind === 'waiting' && brief ? 'brief' : 'messages');
  const [focusRequest, setFocusRequest] = useState(0);
  const { citations, cited, transcript } = useCitedTurns(turns, () => setPane('messages'));
  const typing = useCustomerTyping(id, turns.at(-1)?.id);
  useHeardTurns(turns);

  function startWriting() {
    setPane('messages');
    setFocusRequest((before) => before + 1);
  }

  async function takeAnd(then?: () => void) {
    if (!ticket || !(await take(ticket.id))) return;
    then?.();
    startWriting();
  }

  function putSuggestion() {
    add(brief!.suggestedReply);
    startWriting();
  }

  const suggestion =
    standing.kind === 'mine'
      ? { label: 'Use it', use: putSuggestion }
      : standing.kind === 'waiting'
        ? { label: 'Take and use it', use: () => void takeAnd(putSuggestion) }
        : null;

  return (
    <CitationContext value={citations}>
      <article className={styles['conversation']} data-pane={pane} data-brief={brief ? '' : undefined}>
        <ConversationHeader conversation={conversation} standing={standing}>
          {standing.kind === 'waiting' && (
            <Button appearance="primary" size="large" disabledFocusable={taking} onClick={() => void takeAnd()}>
              Take
            </Button>
          )}
          {standing.kind === 'mine' && ticket && (
            <>
              <ReturnDialog hasDraft={draft !== ''} returnToBot={(note) => deskApi.returnToBot(ticket.id, note).then(reload)} />
              <CloseDialog hasDraft={draft !== ''} close={(how, note) => deskApi.close(ticket.id, how, note).then(reload)} />
            </>
          )}
        </ConversationHeader>
        {(takeProblem ?? problem) && (
          <p className={styles['problem']} role="alert">
            {takeProblem ?? problem}
          </p>
        )}
        {brief && <PaneTabs pane={pane} choose={setPane} />}
        <section className={styles['messages']} aria-label="Conversation">
          <Transcript turns={turns} cited={cited} length={turns.length + outbox.length + Number(typing)} handle={transcript}>
            {outbox.map((message) => (
              <OutgoingItem
                key={message.key}
                message={message}
                canRetry={standing.kind === 'mine'}
                retry={() => ticket && retry(ticket.id, message)}
                takeBack={() => {
                  drop(message.key);
                  add(message.text);
                  startWriting();
                }}
              />
            ))}
            {typing && <li className={styles['typing']}>The customer is typing…</li>}
          </Transcript>
          <Dock standing={standing}>
            {ticket && (
              <Composer
                ticketId={ticket.id}
                draft={draft}
                write={write}
                send={(text) => send(ticket.id, text)}
                focusRequest={focusRequest}
              />
            )}
          </Dock>
        </section>
        {brief && (
          <aside className={styles['brief']} aria-label="Brief" tabIndex={0}>
            <BriefPanel brief={brief} suggestion={suggestion} />
          </aside>
        )}
      </article>
    </CitationContext>
  );
}
