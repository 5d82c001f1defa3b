import { expect, test } from 'vitest';
import { perTurn } from '../../../utils/background/per-turn.ts';

test('all who ask in one turn share one read', async () => {
  let reads = 0;
  const read = perTurn(async () => ++reads);
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  expect(await read()).toBe(2);
});

test('nobody joins a read that has begun: what was written meanwhile is seen', async () => {
  let stored = 'old';
  let slow = () => {};
  const waiting = new Promise<void>((resolve) => {
    slow = resolve;
  });
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const read = perTurn(async () => {
    const seen = stored;
    begun();
    await waiting;
    return seen;
  });
  const first = read();
  await hasBegun;
  stored = 'new';
  const second = read();
  slow();
  expect(await first).toBe('old');
  expect(await second).toBe('new');
});

test('a read that fails fails for its own turn only', async () => {
  let broken = true;
  const read = perTurn(() => (broken ? Promise.reject(new Error('no storage')) : Promise.resolve('fine')));
  const both = await Promise.allSettled([read(), read()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await read()).toBe('fine');
});
