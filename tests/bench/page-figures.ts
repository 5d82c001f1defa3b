import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Figure } from './figure.ts';

/** What tests/bench/page/run.ts prints, one JSON object a line. Its budgets are values in the figure's own unit. */
interface PageLine {
  name: string;
  unit: 'B' | 'ms' | 'ratio';
  value: number;
  p90?: number;
  floor?: number;
  budget?: number;
}

const AREA = 'In the page';

/**
 * The figures of the content script, measured by its own bench in a process of its own. Growth has a budget relative to its floor, which is
 * printed there as a value; here it is turned back into a ratio. Rejects when that bench fails for another reason than a missed budget.
 */
export async function pageFigures(binary: string, build: string): Promise<Figure[]> {
  const output = await promisify(execFile)(process.execPath, ['tests/bench/page/run.ts'], {
    env: { ...process.env, CHROME_BUILD: build, CHROMIUM: binary },
    maxBuffer: 2 ** 24,
  }).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string; code?: unknown }) => {
      // 1: a budget was missed. The figures are there all the same.
      if (error.code === 1 && error.stdout?.includes('{')) return error.stdout;
      throw error;
    },
  );
  const lines = output.split('\n').filter((text) => text.startsWith('{'));
  if (lines.length === 0) throw new Error('tests/bench/page/run.ts printed no figure');
  return lines.map((text) => figure(JSON.parse(text) as PageLine));
}

function figure({ name, unit, value, p90, floor, budget }: PageLine): Figure {
  const isRelative = budget !== undefined && floor !== undefined && name.startsWith('feed growth');
  return {
    area: AREA,
    name,
    unit: unit === 'ratio' ? 'ms' : unit,
    value,
    ...(p90 !== undefined && { p90 }),
    ...(floor !== undefined && { floor }),
    ...(budget !== undefined && {
      target: isRelative ? { of: 'ratio', most: Number((budget / floor).toFixed(2)) } : { of: 'value', most: budget },
    }),
  };
}
