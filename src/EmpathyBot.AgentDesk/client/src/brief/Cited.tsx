import type { ReactNode } from 'react';
import styles from './brief.module.css';
import { placesInWords } from './citations';
import { useCitations } from './CitationContext';

interface CitedProps {
  turnIds: readonly string[];
  children: ReactNode;
  className?: string | undefined;
}

/** A sentence that shows what it rests on: pointing at it marks the messages, pressing it goes to the first. */
export function Cited({ turnIds, children, className }: CitedProps) {
  const { cite, goTo, placesOf } = useCitations();
  const places = placesOf(turnIds);
  return (
    <button
      type="button"
      className={`${styles['cited']} ${className ?? ''}`}
      onMouseEnter={() => cite(turnIds)}
      onMouseLeave={() => cite([])}
      onFocus={() => cite(turnIds)}
      onBlur={() => cite([])}
      onClick={() => goTo(turnIds)}
    >
      <span dir="auto">{children}</span>
      {places.length > 0 && (
        <span className={styles['places']}>
          <span className="visually-hidden">, {placesInWords(places)}</span>
          <span aria-hidden>{places.join(' ')}</span>
        </span>
      )}
    </button>
  );
}
