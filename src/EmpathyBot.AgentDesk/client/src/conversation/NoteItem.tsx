import { EyeOffRegular } from '@fluentui/react-icons';
import type { Note } from '../api/types';
import { timeInWords } from './times';
import styles from './transcript.module.css';

/** A note among colleagues, unlike anything the customer sees. */
export function NoteItem({ note }: { note: Note }) {
  return (
    <li className={styles['note']} data-loud={note.forHolder || undefined}>
      <p className={styles['meta']}>
        <EyeOffRegular aria-hidden />
        <strong dir="auto">{note.name}</strong>
        <span>{note.forHolder ? 'to whoever holds this' : 'noted for colleagues'}</span>
        <time dateTime={note.at}>{timeInWords(note.at)}</time>
      </p>
      <p className={styles['noteText']} dir="auto">
        {note.text}
      </p>
    </li>
  );
}
