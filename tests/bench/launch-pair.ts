import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { unpackedId } from '../e2e/chromium/launch.ts';
import { Touchstone } from '../e2e/chromium/touchstone.ts';
import { resolverRules } from '../world/start-world.ts';

export interface Pair {
  ours: Touchstone;
  /** The same handle on the empty extension. */
  peer: Touchstone;
  close(): Promise<void>;
}

/** A Chromium over the world with both extensions, so that what is compared runs in one and the same browser. */
export async function launchPair(binary: string, world: number, ours: string, empty: string): Promise<Pair> {
  const profile = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: binary,
    headless: true,
    viewport: { width: 1100, height: 900 },
    args: [
      `--disable-extensions-except=${ours},${empty}`,
      `--load-extension=${ours},${empty}`,
      '--ignore-certificate-errors',
      `--host-resolver-rules=${resolverRules(world)}`,
    ],
  });
  const handle = (folder: string) =>
    new Touchstone({ context, profile, extensionId: unpackedId(folder), close: () => context.close() });
  const pair = { ours: handle(ours), peer: handle(empty) };
  // A fresh installation opens its welcome, which would keep our process alive all the time.
  const isWelcome = (url: string) => url === `chrome-extension://${pair.ours.id}/welcome.html`;
  const welcome =
    context.pages().find((page) => isWelcome(page.url())) ??
    (await context.waitForEvent('page', { predicate: (page) => isWelcome(page.url()), timeout: 20_000 }));
  await welcome.close();
  return {
    ...pair,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
