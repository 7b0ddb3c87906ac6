import { Button } from '@fluentui/react-button';
import { ArrowDownRegular } from '@fluentui/react-icons';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import type { Note, Turn } from '../api/types';
import { entriesOf } from './entries';
import { NoteItem } from './NoteItem';
import styles from './transcript.module.css';
import { TurnItem } from './TurnItem';

export interface TranscriptHandle {
  /** Shows the first of these turns. */
  show(turnIds: readonly string[]): void;
}

interface TranscriptProps {
  turns: readonly Turn[];
  notes: readonly Note[];
  /** The customer's name, when it is known. */
  customer: string | null;
  cited: ReadonlySet<string>;
  /** Grows with everything that is appended, turns or not. */
  length: number;
  handle: Ref<TranscriptHandle>;
  children: ReactNode;
}

/** How near the end counts as reading along. */
const nearEnd = 80;

/** All that was said. Who reads along stays at the end; who scrolled up is told that there is more. */
export function Transcript({ turns, notes, customer, cited, length, handle, children }: TranscriptProps) {
  const box = useRef<HTMLDivElement>(null);
  const readsAlong = useRef(true);
  const [hasMore, setHasMore] = useState(false);

  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });

  useLayoutEffect(() => {
    if (readsAlong.current) toEnd();
    else setHasMore(true);
  }, [length]);

  // The box changes its size when the composer grows, a keyboard slides in or a narrow screen comes back to it.
  useEffect(() => {
    const sizes = new ResizeObserver(() => readsAlong.current && toEnd());
    sizes.observe(box.current!);
    return () => sizes.disconnect();
  }, []);

  function scrolled() {
    const { scrollTop, clientHeight, scrollHeight } = box.current!;
    readsAlong.current = scrollHeight - scrollTop - clientHeight < nearEnd;
    if (readsAlong.current) setHasMore(false);
  }

  function show(turnIds: Iterable<string>) {
    const ids = new Set(turnIds);
    const first = turns.find((turn) => ids.has(turn.id));
    if (!first) return;
    const element = box.current?.querySelector<HTMLElement>(`[data-turn="${CSS.escape(first.id)}"]`);
    if (!element || !box.current) return;
    box.current.scrollTo({ top: element.offsetTop - Math.max(0, (box.current.clientHeight - element.offsetHeight) / 2) });
    // At once, not with the scroll event: until then a change of size would lead back to the end.
    scrolled();
  }

  useImperativeHandle(handle, () => ({ show }));

  // A mark that nobody sees helps nobody: bring one into view when none is.
  useEffect(() => {
    if (cited.size === 0 || !box.current) return;
    const frame = box.current.getBoundingClientRect();
    const marked = [...box.current.querySelectorAll('[data-cited]')].map((element) => element.getBoundingClientRect());
    if (!marked.some((place) => place.bottom > frame.top + 24 && place.top < frame.bottom - 24)) show(cited);
    // Only a new citation moves the view, not a new turn.
  }, [cited]);

  return (
    <div className={styles['frame']}>
      <div ref={box} className={styles['box']} tabIndex={0} role="region" aria-label="Messages" onScroll={scrolled}>
        <ol className={styles['turns']}>
          {entriesOf(turns, notes).map((entry) =>
            entry.kind === 'note' ? (
              <NoteItem key={entry.note.id} note={entry.note} />
            ) : (
              <TurnItem key={entry.turn.id} turn={entry.turn} customer={customer} place={entry.place} isCited={cited.has(entry.turn.id)} />
            ),
          )}
          {children}
        </ol>
      </div>
      {hasMore && (
        <Button className={styles['more']} size="small" icon={<ArrowDownRegular />} onClick={toEnd}>
          New messages
        </Button>
      )}
    </div>
  );
}
