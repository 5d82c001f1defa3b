import type { BrowserContext, Page } from '@playwright/test';

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

/** Opens an address as big as a popup. `took`: milliseconds from the start of its navigation until `wanted` (a selector) is on the screen. */
export async function openPainted(
  context: BrowserContext,
  address: string,
  wanted: string,
): Promise<{ page: Page; took: number }> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 400, height: 600 });
  await page.addInitScript(watchPaint, wanted);
  await page.goto(address);
  const painted = await page.waitForFunction(() => (window as unknown as { painted?: number }).painted);
  return { page, took: (await painted.jsonValue()) ?? Number.NaN };
}
