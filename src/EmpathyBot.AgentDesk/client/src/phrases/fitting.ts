import type { Phrase, Turn } from '../api/types';
import { plainCode } from '../emotions/words';

/** What the customer felt last, as far as it was read for sure; neutral when nothing was. */
export function feltNow(turns: readonly Turn[]): string {
  const read = turns.findLast((turn) => turn.role === 'customer' && turn.reading)?.reading;
  return read && read.confidence >= 0.5 ? plainCode(read.primary) : 'neutral';
}

/** The phrases for a feeling, then those that always fit; each once. */
export function fitting(phrases: readonly Phrase[], emotion: string): Phrase[] {
  const wanted = plainCode(emotion);
  const own = phrases.filter((phrase) => plainCode(phrase.emotion) === wanted);
  return wanted === 'neutral' ? own : [...own, ...phrases.filter((phrase) => plainCode(phrase.emotion) === 'neutral')];
}
