import type { Turn } from '../api/types';
import { emotionName, plainCode, strength } from './words';

/** One message on the chart of the journey. */
export interface Point {
  turnId: string;
  /** Its place in the transcript, counted from 1. */
  place: number;
  emotion: string;
  intensity: number;
  /** From -1 (strongly negative) over 0 (neutral) to 1 (strongly positive). */
  valence: number;
}

const signs: Record<string, -1 | 0 | 1> = {
  anger: -1,
  frustration: -1,
  disappointment: -1,
  anxiety: -1,
  confusion: -1,
  sadness: -1,
  gratitude: 1,
  relief: 1,
  joy: 1,
  neutral: 0,
};

/** How good or bad a feeling is: its sign times its strength. */
export const valenceOf = (emotion: string, intensity: number) =>
  (signs[plainCode(emotion)] ?? 0) * Math.min(1, Math.max(0, intensity));

/** What the customer felt, message by message; others' messages and those not read are left out. */
export function journeyOf(turns: readonly Turn[]): Point[] {
  return turns.flatMap((turn, index) =>
    turn.role === 'customer' && turn.reading
      ? [
          {
            turnId: turn.id,
            place: index + 1,
            emotion: turn.reading.primary,
            intensity: turn.reading.intensity,
            valence: valenceOf(turn.reading.primary, turn.reading.intensity),
          },
        ]
      : [],
  );
}

/** Below this a change is within what a reading may err. */
const clearly = 0.25;

/** The journey in a sentence, for who does not see the chart. */
export function journeyInWords(points: readonly Point[]): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return 'Nothing was read yet.';
  const told = (point: Point) =>
    plainCode(point.emotion) === 'neutral' ? 'neutral' : `${strength(point.intensity)} ${emotionName(point.emotion).toLowerCase()}`;
  if (points.length === 1) return `One message read: ${told(first)}.`;
  const worst = points.reduce((low, point) => (point.valence < low.valence ? point : low), first);
  const change = last.valence - first.valence;
  const heading = change > clearly ? 'better than at first' : change < -clearly ? 'worse than at first' : 'much as at first';
  const low = worst.valence < 0 && worst !== first && worst !== last ? `, at worst ${told(worst)} in message ${worst.place}` : '';
  return `From ${told(first)} to ${told(last)} over ${points.length} messages${low}: ${heading}.`;
}

/** Where the points stand in a box of this size; a single one stands in the middle. */
export function plot(points: readonly Point[], width: number, height: number, margin: number): { x: number; y: number }[] {
  const step = points.length > 1 ? (width - 2 * margin) / (points.length - 1) : 0;
  const middle = height / 2;
  return points.map((point, index) => ({
    x: points.length > 1 ? margin + index * step : width / 2,
    y: middle - point.valence * (middle - margin),
  }));
}
