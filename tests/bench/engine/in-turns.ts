/** Two or more ways of doing the same, measured in turns, so that whatever else the machine does falls on all of them. */
import { calm } from '../calm.ts';

type Work = () => Promise<unknown>;

/** Milliseconds of every round of each work. */
export async function inTurns<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { warmUp, rounds }: { warmUp: number; rounds: number },
): Promise<Record<Name, number[]>> {
  const entries = Object.entries(works) as [Name, Work][];
  for (let round = 0; round < warmUp; round++) for (const [, work] of entries) await work();
  await calm();
  const times = Object.fromEntries(entries.map(([name]) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) for (const [name, work] of entries) times[name].push(await time(work));
  return times;
}

export async function time(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
