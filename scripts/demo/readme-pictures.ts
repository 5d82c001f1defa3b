/**
 * `node scripts/demo/readme-pictures.ts` after a build: the two pictures of the README, from the test world's profile: docs/images/profile.png
 * (marks and an open card) and docs/images/popup.png. Everybody in them is invented.
 */
import { mkdir } from 'node:fs/promises';
import { revealClosedRoots } from '../../tests/e2e/chromium/closed-roots.ts';
import { launchChromium } from '../../tests/e2e/chromium/launch.ts';
import { settledMarks, Touchstone } from '../../tests/e2e/chromium/touchstone.ts';
import { keyOf } from '../../tests/world/cast/badge.ts';
import { CATALOGUE, GENUINE } from '../../tests/world/cast/catalogue.ts';
import { TAMSIN } from '../../tests/world/cast/people.ts';
import { profileAddress } from '../../tests/world/sites/linkedin/profile.ts';
import { startWorld } from '../../tests/world/start-world.ts';

const FOLDER = 'docs/images';
const WIDTH = 860;
/** Room around what is shown, in CSS pixels. */
const ROOM = 14;

const world = await startWorld();
const launched = await launchChromium({ world: world.port });
try {
  await mkdir(FOLDER, { recursive: true });
  const touchstone = new Touchstone(launched);
  await touchstone.worker();
  const page = await touchstone.open(profileAddress('a', TAMSIN));
  await page.setViewportSize({ width: WIDTH, height: 940 });
  await settledMarks(page, CATALOGUE.length);

  const popup = await touchstone.openPopup(page);
  await popup.locator('.row-main').first().waitFor();
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.screenshot({ path: `${FOLDER}/popup.png`, animations: 'disabled' });
  await popup.close();

  await page.bringToFront();
  const mark = page.locator(`touchstone-mark[data-badge="${keyOf(GENUINE)}"]`).first();
  await page.evaluate(() => scrollTo(0, 0));
  await mark.locator('button').click();
  const card = page.locator('touchstone-card > *').first();
  await card.waitFor({ state: 'attached' });
  await revealClosedRoots(page);
  await card.locator('canvas.picture:not([hidden])').waitFor();
  await page.mouse.move(0, 0);
  const bottom = await card.evaluate((host) =>
    Math.max(...[...(host.shadowRoot?.querySelectorAll('*') ?? [])].map((el) => el.getBoundingClientRect().bottom)),
  );
  const top = await page.locator('main').evaluate((main) => main.getBoundingClientRect().top);
  const height = Math.min(940, bottom + ROOM) - (top - ROOM);
  await page.screenshot({
    path: `${FOLDER}/profile.png`,
    clip: { x: 0, y: top - ROOM, width: WIDTH, height },
    animations: 'disabled',
  });
} finally {
  await launched.close();
  await world.close();
}
