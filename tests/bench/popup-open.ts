import { settledMarks } from '../e2e/chromium/touchstone.ts';
import type { World } from '../world/start-world.ts';
import { benchPage } from './bench-pages.ts';
import { calm } from './calm.ts';
import { type Figure, figureOf } from './figure.ts';
import { launchPair } from './launch-pair.ts';
import { openPainted } from './painted.ts';

const AREA = 'Popup';
const COUNT = 60;
const ROUNDS = 15;
const FROM = 4400;

/** From the start of the popup's navigation until its first badge row is on the screen, over a page with 60 answered badges. */
export async function popupOpen(binary: string, world: World, ours: string, empty: string): Promise<Figure[]> {
  const { ours: touchstone, peer: neighbour, close } = await launchPair(binary, world.port, ours, empty);
  try {
    const about = await touchstone.open(benchPage('four', COUNT, FROM));
    await settledMarks(about, COUNT);
    const tab = await touchstone.tabId(about);
    const floors: number[] = [];
    const took: number[] = [];
    const woken: number[] = [];
    for (let n = -1; n < ROUNDS; n++) {
      await calm();
      const peer = await openPainted(touchstone.context, `chrome-extension://${neighbour.id}/page.html`, 'p');
      await peer.page.close();
      await calm();
      await touchstone.startWorker(about);
      await calm();
      const living = await openPainted(
        touchstone.context,
        `chrome-extension://${touchstone.id}/popup.html?tab=${tab}`,
        '.row-main',
      );
      const rows = await living.page.locator('.row-main').count();
      if (rows !== COUNT) throw new Error(`the popup shows ${rows} rows of ${COUNT}`);
      await living.page.close();
      await touchstone.stopWorker(about);
      await calm();
      const dead = await openPainted(
        touchstone.context,
        `chrome-extension://${touchstone.id}/popup.html?tab=${tab}`,
        '.row-main',
      );
      await dead.page.close();
      if (n < 0) continue;
      floors.push(peer.took);
      took.push(living.took);
      woken.push(dead.took);
    }
    const target = { of: 'value', most: 200 } as const;
    return [
      figureOf({ area: AREA, name: `first row painted, ${COUNT} badges on the page`, target }, took, floors),
      figureOf({ area: AREA, name: 'the same, extension asleep', target }, woken, floors),
    ];
  } finally {
    await close();
  }
}
