import type { Brief, Felt, Turn } from '../api/types';

/** A mood and what it was the mood of. */
export interface Mood {
  when: 'Now' | 'At handoff' | 'At worst';
  felt: Felt;
  trend: string | null;
}

/**
 * The moods worth telling. A brief was written when the handoff was made; what the customer has written since tells how
 * they feel now.
 */
export function moodsOf(brief: Brief, turns: readonly Turn[]): Mood[] {
  const { emotionNow: atHandoff, emotionPeak: atWorst } = brief;
  const latest = turns.findLast((turn) => turn.reading);
  const moods: Mood[] = [];
  const isNewer = latest?.reading && latest.id !== atHandoff?.turnId;
  if (isNewer) {
    const { primary, intensity, cues } = latest.reading!;
    moods.push({ when: 'Now', felt: { emotion: primary, intensity, quote: cues[0]?.text ?? '', turnId: latest.id }, trend: null });
  }
  if (atHandoff) moods.push({ when: isNewer ? 'At handoff' : 'Now', felt: atHandoff, trend: brief.trend });
  if (atWorst && !moods.some((mood) => mood.felt.turnId === atWorst.turnId)) moods.push({ when: 'At worst', felt: atWorst, trend: null });
  return moods;
}
