import { useEffect, useRef } from 'react';
import type { Turn } from '../api/types';
import { useAnnounce } from '../live/Announcer';

/** Announces what the customer writes while the conversation is open; not what stood there before. */
export function useHeardTurns(turns: readonly Turn[]): void {
  const announce = useAnnounce();
  const known = useRef(new Set(turns.map((turn) => turn.id)));
  useEffect(() => {
    const fresh = turns.filter((turn) => !known.current.has(turn.id));
    fresh.forEach((turn) => known.current.add(turn.id));
    const said = fresh.filter((turn) => turn.role === 'customer').map((turn) => turn.text);
    if (said.length > 0) announce(`Customer: ${said.join(' ')}`);
  }, [turns, announce]);
}
