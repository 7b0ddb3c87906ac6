import { expect, it } from 'vitest';
import { codeInWords, feelingInWords, plainCode, targetInWords, trendInWords } from './words';

it('reads a code however it is spelt', () => {
  expect(['OwnLoss', 'ownLoss', 'own-loss', 'own_loss'].map(plainCode)).toEqual(Array(4).fill('own-loss'));
});

it('says an emotion with its strength, and a neutral one without', () => {
  expect(feelingInWords('anger', 1)).toBe('Anger, very strong');
  expect(feelingInWords('Frustration', 1 / 3)).toBe('Frustration, mild');
  expect(feelingInWords('neutral', 0)).toBe('Neutral');
});

it('says worse for rising', () => {
  expect(trendInWords('rising')).toBe('getting worse');
});

it('turns a code it does not know into words', () => {
  expect(codeInWords('de-escalate')).toBe('De escalate');
  expect(targetInWords('unknown')).toBeNull();
});
