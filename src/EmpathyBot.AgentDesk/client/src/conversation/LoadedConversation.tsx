import { useState } from 'react';
import type { Conversation, Fact, Note } from '../api/types';
import { BriefPanel } from '../brief/BriefPanel';
import { CitationContext } from '../brief/CitationContext';
import { moodsOf } from '../brief/moods';
import { JourneyChart } from '../emotions/JourneyChart';
import { useCommand } from '../keyboard/Keyboard';
import { PhrasePanel } from '../phrases/PhrasePanel';
import { isSupervisor, useSignedIn } from '../session/SessionContext';
import { Composer } from './Composer';
import styles from './conversation.module.css';
import { ConversationActions } from './ConversationActions';
import { ConversationHeader } from './ConversationHeader';
import { Dock } from './Dock';
import { NoteBox } from './NoteBox';
import { OutgoingItem } from './OutgoingItem';
import { PaneTabs, type Pane } from './PaneTabs';
import { hasPersonSpoken, standingOf } from './standing';
import { Transcript } from './Transcript';
import { useCitedTurns } from './useCitedTurns';
import { useCustomerTyping } from './useCustomerTyping';
import { useDraft } from './useDraft';
import { useHeardNotes } from './useHeardNotes';
import { useHeardStanding } from './useHeardStanding';
import { useHeardTurns } from './useHeardTurns';
import { useOutbox } from './useOutbox';
import { useTake } from './useTake';

interface LoadedConversationProps {
  conversation: Conversation;
  problem: string | null;
  reload(): Promise<void>;
}

const noNotes: readonly Note[] = [];
const noFacts: readonly Fact[] = [];

/** Brief and transcript side by side, or one at a time on a narrow screen; and what the agent can do. */
export function LoadedConversation({ conversation, problem: readProblem, reload }: LoadedConversationProps) {
  const { me } = useSignedIn();
  const { id, ticket, brief, turns } = conversation;
  const notes = conversation.notes ?? noNotes;
  const standing = standingOf(ticket, me);
  const { draft, write, add } = useDraft(id);
  const { outbox, send, sendFiles, retry, drop } = useOutbox(id, turns, reload);
  const { take, takeOver, taking, problem: takeProblem } = useTake(standing, reload);
  const [pane, setPane] = useState<Pane>(standing.kind === 'waiting' && brief ? 'brief' : 'messages');
  const [focusRequest, setFocusRequest] = useState(0);
  const [beside, setBeside] = useState<'phrases' | 'note' | null>(null);
  const { citations, cited, transcript } = useCitedTurns(turns, () => setPane('messages'));
  const typing = useCustomerTyping(id, turns.at(-1)?.id);
  const problem = takeProblem ?? readProblem;
  const isMine = standing.kind === 'mine';
  useHeardTurns(turns);
  useHeardNotes(notes, me.agentId, isMine);
  useCommand('write', isMine ? () => startWriting() : null);
  useCommand('phrases', isMine ? () => show('phrases') : null);
  useCommand('note', ticket ? () => show('note') : null);
  useHeardStanding(standing);

  function startWriting(text?: string) {
    if (text !== undefined) add(text);
    setPane('messages');
    setFocusRequest((before) => before + 1);
  }

  function show(what: 'phrases' | 'note') {
    setPane('messages');
    setBeside((before) => (before === what ? null : what));
  }

  function backToWriting() {
    setBeside(null);
    if (isMine) setFocusRequest((before) => before + 1);
  }

  async function takeAndWrite(text?: string) {
    if (ticket && (await take(ticket.id))) startWriting(text);
  }

  function suggestionFor(reply: string) {
    if (hasPersonSpoken(ticket, turns)) return null;
    if (standing.kind === 'mine') return { label: 'Use it', use: () => startWriting(reply) };
    if (standing.kind === 'waiting') return { label: 'Take and use it', use: () => void takeAndWrite(reply) };
    return null;
  }

  return (
    <CitationContext value={citations}>
      <article className={styles['conversation']} data-pane={pane} data-brief={brief ? '' : undefined}>
        <ConversationHeader conversation={conversation} standing={standing}>
          <ConversationActions
            ticket={ticket}
            standing={standing}
            hasDraft={draft !== ''}
            taking={taking}
            take={() => void takeAndWrite()}
            takeOver={ticket && isSupervisor(me) ? () => void takeOver(ticket.id) : null}
            reload={reload}
          />
        </ConversationHeader>
        {problem && (
          <p className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
        {brief && <PaneTabs pane={pane} choose={setPane} />}
        <section className={styles['messages']} aria-label="Conversation">
          <JourneyChart turns={turns} />
          <Transcript turns={turns} notes={notes} customer={brief?.customer.name ?? null} cited={cited} length={turns.length + notes.length + outbox.length + Number(typing)} handle={transcript}>
            {outbox.map((message) => (
              <OutgoingItem
                key={message.key}
                message={message}
                canRetry={standing.kind === 'mine'}
                retry={() => ticket && retry(ticket.id, message)}
                takeBack={() => {
                  drop(message.key);
                  if (!message.file) startWriting(message.text);
                }}
              />
            ))}
            {typing && <li className={styles['typing']}>The customer is typing…</li>}
          </Transcript>
          {beside === 'phrases' && isMine && (
            <PhrasePanel
              conversationId={id}
              turns={turns}
              use={(text) => {
                setBeside(null);
                startWriting(text);
              }}
              close={backToWriting}
            />
          )}
          {beside === 'note' && ticket && (
            <NoteBox
              ticketId={ticket.id}
              holder={standing.kind === 'colleague' && isSupervisor(me) ? standing.name : null}
              done={backToWriting}
              reload={reload}
            />
          )}
          <Dock standing={standing} writeNote={ticket && beside !== 'note' ? () => show('note') : null}>
            {ticket && (
              <Composer
                ticketId={ticket.id}
                draft={draft}
                write={write}
                send={(text) => send(ticket.id, text)}
                sendFiles={conversation.channel === 'directline' ? (files) => sendFiles(ticket.id, files) : null}
                focusRequest={focusRequest}
                facts={brief?.doNotAskAgain ?? noFacts}
                choosePhrase={() => show('phrases')}
                writeNote={() => show('note')}
              />
            )}
          </Dock>
        </section>
        {brief && (
          <section className={styles['brief']} aria-label="Brief">
            <BriefPanel
              brief={brief}
              moods={moodsOf(brief, turns)}
              readingOff={conversation.readingOff ?? false}
              suggestion={suggestionFor(brief.suggestedReply)}
            />
          </section>
        )}
      </article>
    </CitationContext>
  );
}
