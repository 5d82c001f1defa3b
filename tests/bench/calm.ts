import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const SAMPLE = 250;
/** Share of all cores that may be busy with something else. */
const QUIET = 0.2;

function times(): { idle: number; all: number } {
  let idle = 0;
  let all = 0;
  for (const core of cpus()) {
    idle += core.times.idle;
    for (const part of Object.values(core.times)) all += part;
  }
  return { idle, all };
}

let unrest = 0;

/** Waits until the machine has nothing else to do, at most `patience` milliseconds; a measurement that starts in the middle of noise is none. */
export async function calm(patience = 4_000): Promise<void> {
  const start = performance.now();
  for (;;) {
    const before = times();
    await pause(SAMPLE);
    const after = times();
    const busy = 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all);
    if (busy <= QUIET) return;
    if (performance.now() - start > patience) {
      unrest++;
      return;
    }
  }
}

/** How many measurements began although the machine did not come to rest. */
export function restless(): number {
  return unrest;
}
