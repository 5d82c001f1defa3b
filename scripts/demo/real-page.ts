import { mkdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { launchChromium } from '../../tests/e2e/chromium/launch.ts';
import { readMarks, scrollThrough, Touchstone } from '../../tests/e2e/chromium/touchstone.ts';
import { launchFirefox } from '../../tests/e2e/firefox/launch.ts';
import { grantHost, openOwn } from '../../tests/e2e/firefox/pages.ts';
import { settled } from '../../tests/e2e/marks.ts';

const onLinkedIn = (address: string) => /(^|\.)linkedin\.com$/.test(new URL(address).hostname);

async function inChromium(address: string, headless: boolean): Promise<void> {
  const launched = await launchChromium({ headless });
  try {
    const touchstone = new Touchstone(launched);
    const page = await touchstone.open(address);
    if (!onLinkedIn(page.url())) await touchstone.checkPage(page);
    if (headless) await printMarks(page);
    else {
      console.log('The browser is yours until you close it.');
      await new Promise<void>((done) => launched.context.once('close', () => done()));
    }
  } finally {
    await launched.close();
  }
}

async function printMarks(page: Page): Promise<void> {
  await scrollThrough(page);
  const deadline = performance.now() + 20_000;
  let marks = await readMarks(page);
  while (performance.now() < deadline && !(marks.length > 0 && marks.every(settled))) {
    await page.waitForTimeout(250);
    marks = await readMarks(page);
  }
  await mkdir('.output/demo', { recursive: true });
  await page.screenshot({ path: '.output/demo/real-page.png', fullPage: true });
  for (const mark of marks) {
    console.log(`${mark.badge}  ${mark.verdict}  ${mark.tone}  ${mark.holder}\n  ${mark.sentence}`);
  }
  console.log(marks.length ? `${marks.length} badges.` : 'No badge link was found on this page.');
  console.log('Screenshot: .output/demo/real-page.png');
}

async function inFirefox(address: string): Promise<void> {
  const firefox = await launchFirefox({ headless: false });
  const gone = new Promise<void>((done) => firefox.once('disconnected', () => done()));
  if (!onLinkedIn(address)) {
    const own = await openOwn(firefox, 'popup.html?tab=-1');
    await grantHost(own, `${new URL(address).origin}/*`);
    await own.close();
  }
  await (await firefox.newPage()).goto(address);
  console.log('The browser is yours until you close it.');
  await gone;
}

/** `npm start -- https://…`: that page, over the real internet, in a browser with the extension. Without a display: its marks, printed. */
export async function realPage(browser: 'chromium' | 'firefox', address: string, headless: boolean): Promise<void> {
  if (browser === 'firefox' && !headless) return inFirefox(address);
  if (browser === 'firefox') console.log('Without a display this runs in Chromium.');
  return inChromium(address, headless);
}
