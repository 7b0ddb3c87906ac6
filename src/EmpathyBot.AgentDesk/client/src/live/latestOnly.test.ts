import { expect, it } from 'vitest';
import { latestOnly } from './latestOnly';

it('makes one more reading of all that is asked while one runs', async () => {
  const finish: (() => void)[] = [];
  const reload = latestOnly(() => new Promise<void>((resolve) => finish.push(resolve)));
  const first = reload();
  const second = reload();
  const third = reload();
  expect(finish).toHaveLength(1);
  finish[0]!();
  await first;
  await Promise.resolve();
  expect(finish).toHaveLength(2);
  finish[1]!();
  await Promise.all([second, third]);
  expect(finish).toHaveLength(2);
});

it('reads on after a reading that failed', async () => {
  let readings = 0;
  const reload = latestOnly(() => (++readings === 1 ? Promise.reject(new Error('down')) : Promise.resolve()));
  const first = reload();
  const second = reload();
  await expect(first).rejects.toThrow('down');
  await second;
  expect(readings).toBe(2);
});
