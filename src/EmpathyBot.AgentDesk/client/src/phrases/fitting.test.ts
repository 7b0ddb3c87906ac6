import { describe, expect, it } from 'vitest';
import type { Phrase, Turn } from '../api/types';
import { feltNow, fitting } from './fitting';

const phrase = (id: string, emotion: string): Phrase => ({ id, emotion, text: id });
const said = (primary: string, confidence: number, role: Turn['role'] = 'customer'): Turn => ({
  id: primary,
  role,
  text: '',
  at: '',
  reading: { primary, secondary: null, intensity: 0.5, urgency: 0, confidence, target: 'unknown', cues: [] },
});

describe('what the customer feels now', () => {
  it('is the last of their messages that was read', () => {
    expect(feltNow([said('anger', 0.9), said('Relief', 0.8), said('joy', 1, 'agent'), { ...said('x', 1), reading: null }])).toBe('relief');
  });

  it('is neutral when nothing was read, or only guessed', () => {
    expect(feltNow([])).toBe('neutral');
    expect(feltNow([said('anger', 0.3)])).toBe('neutral');
  });
});

describe('fitting phrases', () => {
  const all = [phrase('a', 'anger'), phrase('n', 'neutral'), phrase('j', 'joy')];

  it('are those of the feeling, then the neutral ones', () => {
    expect(fitting(all, 'Anger').map(({ id }) => id)).toEqual(['a', 'n']);
    expect(fitting(all, 'neutral').map(({ id }) => id)).toEqual(['n']);
    expect(fitting(all, 'sadness').map(({ id }) => id)).toEqual(['n']);
  });
});
