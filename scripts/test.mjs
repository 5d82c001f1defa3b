/** `npm test`: every check there is. `npm test -- unit` (or any other stage names) runs only those. Needs nothing but Node 20. */
import { setup } from './lib/setup.mjs';
import { STAGES } from './lib/stages.mjs';

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${STAGES.map((stage) => stage.name).join(', ')}.`);
  process.exit(2);
}

await setup();
let passed = 0;
let failed = 0;
const began = performance.now();
for (const stage of STAGES) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  const start = performance.now();
  const result = await stage.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) console.log(result.output.trimEnd());
  const words = `${result.passed} passed${result.failed ? `, ${result.failed} FAILED` : ''}`;
  console.log(
    `${result.failed ? '✗' : '✓'} ${stage.name.padEnd(10)} ${words.padEnd(24)} ${seconds.padStart(6)} s   ${result.note ?? ''}`,
  );
}
console.log(`Took ${((performance.now() - began) / 1000).toFixed(0)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
