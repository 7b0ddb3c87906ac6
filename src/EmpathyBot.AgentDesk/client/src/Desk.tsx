import type { MouseEvent } from 'react';
import { useSeat, type Seat } from './agents/useSeat';
import { AuditPage } from './audit/AuditPage';
import { ConversationView } from './conversation/ConversationView';
import styles from './desk.module.css';
import { Keyboard } from './keyboard/Keyboard';
import { Announcer } from './live/Announcer';
import { ConnectionBanner } from './live/ConnectionBanner';
import { LiveProvider } from './live/LiveProvider';
import { SoundProvider } from './live/useSound';
import { QueuePanel } from './queue/QueuePanel';
import { useQueue } from './queue/useQueue';
import { useRoute, type Route } from './routing/route';
import { DeskHeader } from './session/DeskHeader';
import { SessionContext, type SignedIn } from './session/SessionContext';
import { SupervisionView } from './supervision/SupervisionView';

/** The desk of a signed-in agent: the queue, and what is open beside it. */
export function Desk({ signedIn, signOut }: { signedIn: SignedIn; signOut(): Promise<void> }) {
  return (
    <SessionContext value={signedIn}>
      <LiveProvider>
        <Announcer>
          <SoundProvider>
            <Keyboard>
              <Open signedIn={signedIn} signOut={signOut} />
            </Keyboard>
          </SoundProvider>
        </Announcer>
      </LiveProvider>
    </SessionContext>
  );
}

function Open({ signedIn, signOut }: { signedIn: SignedIn; signOut(): Promise<void> }) {
  const seat = useSeat();
  return (
    <div className={styles['desk']}>
      <DeskHeader me={signedIn.me} seat={seat} signOut={signOut} />
      <ConnectionBanner />
      <Panes seat={seat} />
    </div>
  );
}

const noTeams: readonly string[] = [];

function Panes({ seat }: { seat: Seat }) {
  const queue = useQueue();
  const route = useRoute();
  return (
    <main className={styles['panes']} data-open={route.kind === 'queue' ? undefined : ''}>
      {route.kind !== 'queue' && (
        <a className="skip" href="#opened" onClick={skipToOpened}>
          Skip the queue
        </a>
      )}
      <QueuePanel queue={queue} teams={seat.seat?.teams ?? noTeams} openId={route.kind === 'conversation' ? route.id : null} />
      <div id="opened" className={styles['opened']} tabIndex={-1}>
        <Opened route={route} />
      </div>
    </main>
  );
}

function Opened({ route }: { route: Route }) {
  switch (route.kind) {
    case 'conversation':
      return <ConversationView key={route.id} id={route.id} />;
    case 'supervision':
      return <SupervisionView />;
    case 'audit':
      return <AuditPage />;
    case 'queue':
      return <NothingOpen />;
  }
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
