import type { Cue } from '../api/types';
import { cutAtCues } from './cues';
import styles from './transcript.module.css';

/** The customer's words, those marked that made the reading so. Always text, never markup. */
export function MarkedText({ text, cues }: { text: string; cues: readonly Cue[] }) {
  if (cues.length === 0) return text;
  return cutAtCues(text, cues).map((piece, index) =>
    piece.isCue ? (
      <mark key={index} className={styles['cue']}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
