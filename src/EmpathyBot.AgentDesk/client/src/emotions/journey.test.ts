import { describe, expect, it } from 'vitest';
import type { Turn } from '../api/types';
import { journeyInWords, journeyOf, plot, valenceOf } from './journey';

const said = (id: string, primary: string, intensity: number): Turn => ({
  id,
  role: 'customer',
  text: 'words',
  at: '2026-03-04T05:06:07Z',
  reading: { primary, secondary: null, intensity, urgency: 0, confidence: 1, target: 'unknown', cues: [] },
});
const answered: Turn = { id: 'b', role: 'bot', text: 'words', at: '2026-03-04T05:06:07Z' };

describe('the journey', () => {
  it('is of the customer alone, and names places in the transcript', () => {
    const points = journeyOf([said('1', 'Anger', 1), answered, { ...said('2', 'joy', 1), role: 'agent' }, said('3', 'relief', 0.5)]);
    expect(points.map(({ turnId, place, valence }) => [turnId, place, valence])).toEqual([
      ['1', 1, -1],
      ['3', 4, 0.5],
    ]);
  });

  it('leaves out what was not read', () => {
    expect(journeyOf([{ ...said('1', 'anger', 1), reading: null }])).toEqual([]);
  });

  it('keeps strange readings within the chart', () => {
    expect(valenceOf('anger', 7)).toBe(-1);
    expect(valenceOf('joy', -2)).toBe(0);
    expect(valenceOf('wonder', 0.5)).toBe(0);
  });

  it('is told in a sentence', () => {
    expect(journeyInWords([])).toBe('Nothing was read yet.');
    expect(journeyInWords(journeyOf([said('1', 'anger', 0.9)]))).toBe('One message read: very strong anger.');
    expect(journeyInWords(journeyOf([said('1', 'confusion', 0.3), said('2', 'anger', 1), said('3', 'relief', 0.6)]))).toBe(
      'From mild confusion to strong relief over 3 messages, at worst very strong anger in message 2: better than at first.',
    );
    expect(journeyInWords(journeyOf([said('1', 'neutral', 0), said('2', 'anger', 0.7)]))).toBe(
      'From neutral to strong anger over 2 messages: worse than at first.',
    );
  });

  it('stands in its box', () => {
    expect(plot(journeyOf([said('1', 'anger', 1)]), 100, 40, 4)).toEqual([{ x: 50, y: 36 }]);
    expect(plot(journeyOf([said('1', 'neutral', 0), said('2', 'joy', 1)]), 100, 40, 4)).toEqual([
      { x: 4, y: 20 },
      { x: 96, y: 4 },
    ]);
  });
});
