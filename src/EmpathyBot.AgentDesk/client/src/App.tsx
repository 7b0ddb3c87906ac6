import { Button } from '@fluentui/react-button';
import { FluentProvider } from '@fluentui/react-provider';
import { Spinner } from '@fluentui/react-spinner';
import { webDarkTheme, webLightTheme } from '@fluentui/react-theme';
import { useMemo } from 'react';
import { Desk } from './Desk';
import { SignIn } from './session/SignIn';
import { useSession } from './session/useSession';
import { useDarkMode } from './useDarkMode';

export function App() {
  const dark = useDarkMode();
  return (
    <FluentProvider className="app" theme={dark ? webDarkTheme : webLightTheme}>
      <Door />
    </FluentProvider>
  );
}

/** Lets in who is signed in, and asks the others. */
function Door() {
  const { session, ask, signIn, signOut, ended } = useSession();
  const me = session.state === 'signed-in' ? session.me : null;
  const signedIn = useMemo(() => (me ? { me, ended } : null), [me, ended]);

  if (signedIn) return <Desk signedIn={signedIn} signOut={signOut} />;
  switch (session.state) {
    case 'signed-out':
      return <SignIn ended={session.ended} signIn={signIn} signedIn={ask} />;
    case 'unreachable':
      return (
        <main className="alone">
          <h1>Agent desk</h1>
          <p role="alert">{session.message}</p>
          <Button onClick={() => void ask()}>Try again</Button>
        </main>
      );
    default:
      return (
        <main className="alone">
          <Spinner label="Opening the desk…" />
        </main>
      );
  }
}
