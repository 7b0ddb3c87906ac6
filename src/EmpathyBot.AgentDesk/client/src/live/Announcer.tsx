import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined);

/** Tells a screen reader what came by itself: one polite region for the whole desk. */
export const useAnnounce = () => useContext(AnnounceContext);

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', count: 0 });
  const announce = useCallback((sentence: string) => setSaid((before) => ({ sentence, count: before.count + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="log" aria-live="polite" aria-label="Announcements">
        {/* A new key makes the same sentence heard a second time. */}
        {said.sentence && <p key={said.count}>{said.sentence}</p>}
      </div>
    </AnnounceContext>
  );
}
