import type { MouseEvent } from 'react';
import { Announcer } from './live/Announcer';
import { ConnectionBanner } from './live/ConnectionBanner';
import { LiveProvider } from './live/LiveProvider';
import { ConversationView } from './conversation/ConversationView';
import { QueuePanel } from './queue/QueuePanel';
import { useQueue } from './queue/useQueue';
import { useRoute } from './routing/route';
import { DeskHeader } from './session/DeskHeader';
import { SessionContext, type SignedIn } from './session/SessionContext';
import styles from './desk.module.css';

/** The desk of a signed-in agent: the queue, and the conversation that is open. */
export function Desk({ signedIn, signOut }: { signedIn: SignedIn; signOut(): Promise<void> }) {
  return (
    <SessionContext value={signedIn}>
      <LiveProvider>
        <Announcer>
          <div className={styles['desk']}>
            <DeskHeader me={signedIn.me} signOut={signOut} />
            <ConnectionBanner />
            <Panes />
          </div>
        </Announcer>
      </LiveProvider>
    </SessionContext>
  );
}

function Panes() {
  const queue = useQueue();
  const openId = useRoute();
  return (
    <main className={styles['panes']} data-open={openId === null ? undefined : ''}>
      {openId !== null && (
        <a className="skip" href="#opened" onClick={skipToOpened}>
          Skip the queue
        </a>
      )}
      <QueuePanel queue={queue} openId={openId} />
      <div id="opened" className={styles['opened']} tabIndex={-1}>
        {openId === null ? <NothingOpen /> : <ConversationView key={openId} id={openId} />}
      </div>
    </main>
  );
}

function NothingOpen() {
  return (
    <div className={styles['nothing']}>
      <h2>No conversation open</h2>
      <p>Choose one from the queue. The first needs someone most.</p>
    </div>
  );
}

// The address says which conversation is open; a plain jump would overwrite that.
function skipToOpened(event: MouseEvent) {
  event.preventDefault();
  document.getElementById('opened')?.focus();
}
