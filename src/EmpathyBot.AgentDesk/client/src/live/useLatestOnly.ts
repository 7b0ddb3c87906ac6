import { useEffect, useMemo, useRef } from 'react';
import { latestOnly } from './latestOnly';

/** `latestOnly` for a read that is made anew with every rendering; what comes back stays the same. */
export function useLatestOnly(read: () => Promise<void>): () => Promise<void> {
  const current = useRef(read);
  useEffect(() => {
    current.current = read;
  });
  return useMemo(() => latestOnly(() => current.current()), []);
}
