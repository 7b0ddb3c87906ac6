import { useEffect, useRef } from 'react';
import type { Note } from '../api/types';
import { useAnnounce } from '../live/Announcer';
import { useSound } from '../live/useSound';

/** Announces notes of others as they come; a supervisor's word to the holder sounds as well. */
export function useHeardNotes(notes: readonly Note[], me: string, isMine: boolean): void {
  const announce = useAnnounce();
  const { ring } = useSound();
  const known = useRef(new Set(notes.map((note) => note.id)));
  useEffect(() => {
    const fresh = notes.filter((note) => !known.current.has(note.id) && note.agentId !== me);
    notes.forEach((note) => known.current.add(note.id));
    fresh.forEach((note) => announce(`${note.name} notes: ${note.text}`));
    if (isMine && fresh.some((note) => note.forHolder)) ring();
  }, [notes, me, isMine, announce, ring]);
}
