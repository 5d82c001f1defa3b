import type { Page } from '@playwright/test';
import { settledMarks, type Touchstone } from '../e2e/chromium/touchstone.ts';
import type { World } from '../world/start-world.ts';
import { benchPage } from './bench-pages.ts';
import { calm } from './calm.ts';
import { type Figure, figureOf } from './figure.ts';
import { launchPair } from './launch-pair.ts';

const AREA = 'Popup';
const COUNT = 60;
const ROUNDS = 15;
const FROM = 4400;

/** Runs in the page before anything else: notes when the frame with the first element that matches `wanted` was painted. */
function watchPaint(wanted: string): void {
  const seen = new MutationObserver(() => {
    if (!document.querySelector(wanted)) return;
    seen.disconnect();
    // The frame that shows it ends before the first task after the next animation frame.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Object.assign(window, { painted: performance.now() });
      port2.postMessage(null);
    });
  });
  seen.observe(document, { subtree: true, childList: true });
}

async function open(touchstone: Touchstone, address: string, wanted: string): Promise<{ page: Page; took: number }> {
  const page = await touchstone.context.newPage();
  await page.setViewportSize({ width: 400, height: 600 });
  await page.addInitScript(watchPaint, wanted);
  await page.goto(address);
  const painted = await page.waitForFunction(() => (window as unknown as { painted?: number }).painted);
  return { page, took: (await painted.jsonValue()) ?? Number.NaN };
}

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
      const peer = await open(touchstone, `chrome-extension://${neighbour.id}/page.html`, 'p');
      await peer.page.close();
      await calm();
      await touchstone.startWorker(about);
      await calm();
      const living = await open(touchstone, `chrome-extension://${touchstone.id}/popup.html?tab=${tab}`, '.row-main');
      const rows = await living.page.locator('.row-main').count();
      if (rows !== COUNT) throw new Error(`the popup shows ${rows} rows of ${COUNT}`);
      await living.page.close();
      await touchstone.stopWorker(about);
      await calm();
      const dead = await open(touchstone, `chrome-extension://${touchstone.id}/popup.html?tab=${tab}`, '.row-main');
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
