/** `npm run fuzz`: the tests over made-up input, each round with a seed of its own, until one fails. `npm run fuzz -- 20`: so many rounds, else five. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

const rounds = Number(process.argv[2] ?? 5);
const tests = readdirSync(join(ROOT, 'tests', 'unit'), { recursive: true })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .map((path) => join('tests', 'unit', path))
  .filter((path) => readFileSync(join(ROOT, path), 'utf8').includes("from 'fast-check'"));

await setup();
for (let round = 1; round <= rounds; round++) {
  const seed = String(Math.floor(Math.random() * 2 ** 31));
  console.log(`Round ${round} of ${rounds}, FUZZ_SEED=${seed}, ${tests.length} files`);
  const { code, output } = await run('vitest', ['run', '--reporter=dot', ...tests], {
    quiet: true,
    env: { FUZZ_SEED: seed },
  });
  if (code === 0) continue;
  console.log(output);
  console.log(`Failed. To see it again: FUZZ_SEED=${seed} npm run unit -- <file>`);
  process.exit(1);
}
