/**
 * Wraps a read so that calls made while it runs lead to one more run after it, not to one each: a burst of changes costs
 * two reads, and the last one began after the last change. The promise ends with the run that covers the call.
 */
export function latestOnly(read: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function start(): Promise<void> {
    running = read().finally(() => {
      running = null;
    });
    return running;
  }

  return () => {
    if (next !== null) return next;
    if (running === null) return start();
    const startNext = () => {
      next = null;
      return start();
    };
    next = running.then(startNext, startNext);
    return next;
  };
}
