/**
 * `npm run conformance`: every vector of the folder VECTORS (default ../shared/vectors) through the engine. One line for each miss; the last line is
 * `N passed, N failed`. A vector of a layer that is not known counts as a miss. Exit code 1 where there is any.
 */
import { answer } from './layers.ts';
import { writeTable } from './table.ts';
import { accepted } from './vector.ts';
import { allVectors, caseOf, contextsOf } from './vector-world.ts';

let passed = 0;
let failed = 0;
const outcomes: { kind: string; expected: string; right: boolean }[] = [];
const contexts = contextsOf();

for (const vector of allVectors()) {
  const { answer: given, why } = await answer(caseOf(vector), contexts);
  const right = accepted(vector).includes(given);
  outcomes.push({ kind: vector.kind, expected: vector.expected, right });
  if (right) passed++;
  else {
    failed++;
    console.log(`✗ ${vector.id}: ${given}, not ${accepted(vector).join(' or ')} — ${why.slice(0, 400)}`);
  }
}
if (process.argv.includes('--table')) await writeTable(outcomes);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
