import { launchChromium } from '../../tests/e2e/chromium/launch.ts';
import { Touchstone } from '../../tests/e2e/chromium/touchstone.ts';
import { launchFirefox } from '../../tests/e2e/firefox/launch.ts';
import { grantHost, openOwn } from '../../tests/e2e/firefox/pages.ts';
import { startWorld } from '../../tests/world/start-world.ts';
import { SCENES } from './scenes.ts';

const WORDS =
  'The browser is yours until you close it. Everybody in these pages is invented, and nothing leaves this machine.';

async function inChromium(port: number): Promise<void> {
  const launched = await launchChromium({ world: port, headless: false });
  const touchstone = new Touchstone(launched);
  await touchstone.worker();
  const blank = launched.context.pages()[0];
  for (const scene of SCENES) {
    const page = await touchstone.open(scene.address);
    if (scene.byHand) await touchstone.checkPage(page);
  }
  await blank?.close();
  await launched.context.pages()[0]?.bringToFront();
  console.log(WORDS);
  await new Promise<void>((done) => launched.context.once('close', () => done()));
  await launched.close();
}

async function inFirefox(port: number): Promise<void> {
  const firefox = await launchFirefox({ world: port, headless: false });
  const gone = new Promise<void>((done) => firefox.once('disconnected', () => done()));
  const own = await openOwn(firefox, 'popup.html?tab=-1');
  for (const scene of SCENES.filter((one) => one.byHand)) await grantHost(own, `${new URL(scene.address).origin}/*`);
  for (const scene of SCENES) await (await firefox.newPage()).goto(scene.address);
  await own.close();
  console.log(WORDS);
  await gone;
}

/** The demo in a window, with all its pages open, until the reader closes the browser. */
export async function visibleDemo(browser: 'chromium' | 'firefox'): Promise<void> {
  const world = await startWorld();
  try {
    await (browser === 'firefox' ? inFirefox : inChromium)(world.port);
  } finally {
    await world.close();
  }
}
