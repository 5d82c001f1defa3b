/** The popup as the toolbar opens it: in a panel of Firefox's window, which no list of pages names. */
import type { Browser, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { inDocument, inWindow } from './window.ts';

/** What the extension's pages see. */
declare const browser: ExtensionApi;

const POPUP = '.webextension-popup-browser';

/** Opens it over the page in front. `own`: any page of the extension. */
export async function openRealPopup(firefox: Browser, own: Page): Promise<void> {
  await own.evaluate(() => browser.action.openPopup());
  await expect.poll(() => wordsInPopup(firefox), { timeout: 20_000 }).toContain('My badges');
}

/** Closes it, as a click beside it does. */
export async function closeRealPopup(firefox: Browser): Promise<void> {
  await inWindow(
    firefox,
    (selector: string) => {
      const panel = document.querySelector(selector)?.closest('panel');
      (panel as (Element & { hidePopup(): void }) | null | undefined)?.hidePopup();
    },
    POPUP,
  );
  const open = () => inWindow(firefox, (selector: string) => document.querySelectorAll(selector).length, POPUP);
  await expect.poll(open).toBe(0);
}

/** Runs a function in the popup's document, see `inDocument`. Null where no popup is open. */
export function inPopup<Args extends readonly unknown[], Answer>(
  firefox: Browser,
  run: (document: Document, ...args: Args) => Answer,
  ...args: Args
): Promise<Answer | null> {
  return inDocument(firefox, POPUP, run, ...args);
}

export const wordsInPopup = (firefox: Browser): Promise<string | null> =>
  inPopup(firefox, (document) => document.body?.innerText ?? '');

/** Waits for a button or a choice with these words, and presses it. */
export async function pressInPopup(firefox: Browser, words: string): Promise<void> {
  const press = () =>
    inPopup(
      firefox,
      (document, wanted) => {
        const all = [...document.querySelectorAll<HTMLElement>('button, label')];
        const found = all.find((element) => (element.getAttribute('aria-label') ?? element.textContent) === wanted);
        found?.click();
        return found !== undefined;
      },
      words,
    );
  await expect.poll(press, { timeout: 20_000 }).toBe(true);
}

/** Waits for a field, and writes into it as a hand does: the page hears of it. */
export async function writeInPopup(firefox: Browser, selector: string, text: string): Promise<void> {
  const write = () =>
    inPopup(
      firefox,
      (document, wanted, words) => {
        const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(wanted);
        if (!field) return false;
        field.value = words;
        field.dispatchEvent(new (document.defaultView ?? globalThis).Event('input', { bubbles: true }));
        return true;
      },
      selector,
      text,
    );
  await expect.poll(write, { timeout: 20_000 }).toBe(true);
}

/** How large it is, and how much of it there is to scroll, in CSS pixels. */
export const measurePopup = (firefox: Browser) =>
  inPopup(firefox, ({ documentElement: { clientWidth, scrollWidth }, defaultView }) => ({
    width: defaultView?.innerWidth ?? 0,
    height: defaultView?.innerHeight ?? 0,
    hidden: scrollWidth - clientWidth,
  }));

/** Presses a button as a hand does, for what the browser allows in a click alone. It must be there. */
export async function pressByHandInPopup(firefox: Browser, words: string): Promise<void> {
  const pressed = await inPopup(
    firefox,
    (document, wanted) => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted);
      const window = document.defaultView as unknown as {
        windowUtils: { setHandlingUserInput(on: boolean): { destruct(): void } };
      };
      const hand = window.windowUtils.setHandlingUserInput(true);
      button?.click();
      hand.destruct();
      return button !== undefined;
    },
    words,
  );
  expect(pressed).toBe(true);
}
