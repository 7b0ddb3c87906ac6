import { expect, it } from 'vitest';
import type { Brief, Felt, Turn } from '../api/types';
import { moodsOf } from './moods';

const felt = (emotion: string, turnId: string): Felt => ({ emotion, intensity: 1, quote: 'a joke', turnId });

const brief = (changes: Partial<Brief>) => ({ trend: 'rising', ...changes }) as Brief;

const turn = (id: string, primary?: string): Turn => ({
  id,
  role: 'customer',
  text: 'Thank you',
  at: '',
  reading: primary
    ? { primary, secondary: null, intensity: 0.3, urgency: 0, confidence: 1, target: 'unknown', cues: [{ start: 0, length: 9, text: 'Thank you' }] }
    : null,
});

const told = (given: Brief, turns: Turn[]) => moodsOf(given, turns).map((mood) => `${mood.when}: ${mood.felt.emotion}`);

it('takes the mood of the brief for now while nothing newer was read', () => {
  expect(told(brief({ emotionNow: felt('anger', 't2') }), [turn('t1', 'frustration'), turn('t2', 'anger')])).toEqual(['Now: anger']);
});

it('tells the mood of what was written since, and the one at the handoff beside it', () => {
  const moods = moodsOf(brief({ emotionNow: felt('anger', 't2') }), [turn('t2', 'anger'), turn('t3', 'gratitude'), turn('t4')]);
  expect(moods.map((mood) => [mood.when, mood.felt.emotion, mood.felt.quote, mood.trend])).toEqual([
    ['Now', 'gratitude', 'Thank you', null],
    ['At handoff', 'anger', 'a joke', 'rising'],
  ]);
});

it('tells the worst only when it was another moment', () => {
  const now = felt('anger', 't2');
  expect(told(brief({ emotionNow: now, emotionPeak: now }), [turn('t2', 'anger')])).toEqual(['Now: anger']);
  expect(told(brief({ emotionNow: now, emotionPeak: felt('sadness', 't1') }), [turn('t2', 'anger')])).toEqual(['Now: anger', 'At worst: sadness']);
});

it('tells nothing when nothing was read', () => {
  expect(told(brief({}), [turn('t1')])).toEqual([]);
});
