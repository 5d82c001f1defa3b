/**
 * `npm run conformance`: every vector of the folder VECTORS (default ../shared/vectors) through the engine. One line for each miss; the last line is
 * `N passed, N failed`. A vector of a layer that is not known counts as a miss. Exit code 1 where there is any.
 */
import { LAYERS } from './layers.ts';
import { writeTable } from './table.ts';
import { allVectors } from './vector-world.ts';

let passed = 0;
let failed = 0;
const outcomes: { kind: string; expected: string; right: boolean }[] = [];

for (const vector of allVectors()) {
  const ask = LAYERS[vector.layer];
  const accepted = [vector.expected, ...(vector.also_acceptable ?? [])];
  const { answer, why } = ask
    ? await ask(vector).catch((error: unknown) => ({ answer: 'nothing', why: `threw ${error}` }))
    : { answer: 'nothing', why: `no layer ${vector.layer}` };
  const right = accepted.some((wanted) => wanted === answer);
  outcomes.push({ kind: vector.kind, expected: vector.expected, right });
  if (right) passed++;
  else {
    failed++;
    console.log(`✗ ${vector.id}: ${answer}, not ${accepted.join(' or ')} — ${why.slice(0, 400)}`);
  }
}
if (process.argv.includes('--table')) await writeTable(outcomes);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
