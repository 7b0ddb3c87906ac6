import type { Cue } from '../api/types';

export interface Piece {
  text: string;
  isCue: boolean;
}

/**
 * A message cut where the words stand that made the reading. Spans count UTF-16 units, as the host and this language
 * both do; a span that does not fit the text is passed over, and overlapping ones become one.
 */
export function cutAtCues(text: string, cues: readonly Cue[]): Piece[] {
  const fitting = cues
    .filter((cue) => cue.start >= 0 && cue.length > 0 && cue.start + cue.length <= text.length)
    .sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let end = 0;
  for (const cue of fitting) {
    const cueEnd = cue.start + cue.length;
    if (cueEnd <= end) continue;
    const last = pieces.at(-1);
    if (cue.start < end && last) last.text += text.slice(end, cueEnd);
    else {
      if (cue.start > end) pieces.push({ text: text.slice(end, cue.start), isCue: false });
      pieces.push({ text: text.slice(cue.start, cueEnd), isCue: true });
    }
    end = cueEnd;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isCue: false });
  return pieces;
}
