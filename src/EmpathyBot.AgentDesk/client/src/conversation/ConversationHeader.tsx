import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Callback, Conversation, Feedback } from '../api/types';
import { Cited } from '../brief/Cited';
import { reasonInWords } from '../queue/reasons';
import { useNow } from '../queue/useNow';
import { waitInWords } from '../queue/waiting';
import { queueAddress } from '../routing/route';
import styles from './conversation.module.css';
import type { Standing } from './standing';
import { timeInWords } from './times';

const channels: Record<string, string> = { directline: 'Website', webchat: 'Website', msteams: 'Teams', emulator: 'Emulator' };

interface ConversationHeaderProps {
  conversation: Conversation;
  standing: Standing;
  /** What can be done with it now. */
  children: ReactNode;
}

/** Who it is, what they want and why a person is needed; one look. */
export function ConversationHeader({ conversation, standing, children }: ConversationHeaderProps) {
  const { brief } = conversation;
  return (
    <header className={styles['header']}>
      <a className={styles['back']} href={queueAddress}>
        <ArrowLeftRegular aria-hidden /> Queue
      </a>
      <div className={styles['matter']}>
        <h2>{brief ? <Cited turnIds={brief.headline.turnIds}>{brief.headline.text}</Cited> : 'Conversation with the assistant'}</h2>
        <p className={styles['about']}>
          {aboutIn(conversation).map((part) => (
            <span key={part} dir="auto">
              {part}
            </span>
          ))}
        </p>
        <p className={styles['standing']}>
          <StandingWords standing={standing} />
        </p>
        {conversation.ticket?.callback && (
          <p className={styles['about']} dir="auto">
            {callbackInWords(conversation.ticket.callback)}
          </p>
        )}
        {conversation.customerAwaySince && (
          <p className={styles['about']}>
            The customer has left the page ({timeInWords(conversation.customerAwaySince)}). What you write waits for them there.
          </p>
        )}
        {conversation.feedback && (
          <p className={styles['about']} dir="auto">
            {feedbackInWords(conversation.feedback)}
          </p>
        )}
      </div>
      <div className={styles['actions']}>{children}</div>
    </header>
  );
}

function callbackInWords({ kind, contact, promisedBy }: Callback): string {
  const how = kind === 'phone' ? `Call ${contact}` : `Write to ${contact}`;
  return promisedBy ? `${how} by ${timeInWords(promisedBy)}: that was promised` : how;
}

function feedbackInWords({ rating, words }: Feedback): string {
  const rated = rating === null ? 'The customer says' : `The customer rates it ${rating} of 5`;
  return words ? `${rated}: “${words}”` : rated;
}

function aboutIn({ brief, channel, locale }: Conversation): string[] {
  const where = [channels[channel.toLowerCase()] ?? channel, locale];
  if (!brief) return where;
  const { customer } = brief;
  const earlier = customer.earlierConversations;
  const history = earlier === 0 ? 'First conversation' : earlier === 1 ? '1 earlier conversation' : `${earlier} earlier conversations`;
  return [customer.name ?? 'Anonymous customer', ...where, history, reasonInWords(brief.reason)];
}

function StandingWords({ standing }: { standing: Standing }) {
  switch (standing.kind) {
    case 'with-bot':
      return 'With the assistant';
    case 'waiting':
      return <Waiting since={standing.since} whom={standing.meantFor ?? 'a person'} />;
    case 'mine':
      return 'With you';
    case 'colleague':
      return `With ${standing.name}`;
    case 'ended':
      return standing.note ? `${standing.how}. Note: ${standing.note}` : standing.how;
  }
}

function Waiting({ since, whom }: { since: string | null; whom: string }) {
  const now = useNow();
  return since ? `Waiting for ${whom}, ${waitInWords(since, now)}` : `Waiting for ${whom}`;
}
