import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { startWorld } from '../../tests/world/start-world.ts';
import { chromiumStage } from './chromium-stage.ts';
import { firefoxStage } from './firefox-stage.ts';
import { SCENES } from './scenes.ts';
import { type Row, tableLines } from './table.ts';
import { walk } from './walk.ts';

/** The demo without a window: a table, screenshots under .output/demo/, and false when an answer is missing or wrong. */
export async function headlessDemo(browser: 'chromium' | 'firefox'): Promise<boolean> {
  const folder = resolve('.output/demo', browser);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const world = await startWorld();
  const stage = await (browser === 'firefox' ? firefoxStage : chromiumStage)(world.port, folder);
  const rows: Row[] = [];
  const wrong: string[] = [];
  try {
    for (const scene of SCENES) {
      const walked = await walk(stage, scene);
      rows.push(...walked.rows);
      wrong.push(...walked.wrong);
      await stage.picture(scene);
    }
  } finally {
    await stage.close();
    await world.close();
  }
  console.log(`\n${tableLines(rows).join('\n')}\n`);
  console.log(`Screenshots are in ${folder}.`);
  for (const line of wrong) console.log(`MISSING OR WRONG  ${line}`);
  if (wrong.length === 0) console.log(`All ${rows.length} answers are as expected.`);
  return wrong.length === 0;
}
