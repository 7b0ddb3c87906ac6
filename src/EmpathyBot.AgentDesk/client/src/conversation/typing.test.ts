import { expect, it } from 'vitest';
import { tellTyping } from './typing';

it('tells of typing at once, then at most every three seconds, and anew after a message', () => {
  let now = 0;
  const told: number[] = [];
  const typing = tellTyping(() => told.push(now), () => now);
  for (now = 0; now <= 6_500; now += 500) typing.stroke();
  expect(told).toEqual([0, 3_000, 6_000]);
  typing.rest();
  typing.stroke();
  expect(told).toHaveLength(4);
});
