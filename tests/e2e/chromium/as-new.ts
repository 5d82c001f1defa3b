import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { Touchstone } from './touchstone.ts';

/** What an extension's page sees. */
declare const chrome: ExtensionApi;

/**
 * Makes a browser what it was a moment after the extension's installation: nothing kept, nothing open, nothing running. A start costs three seconds of
 * a busy machine, this a tenth of it. Rejects when anything is left; such a browser must not be used again.
 */
export async function makeAsNew(touchstone: Touchstone): Promise<void> {
  const { context } = touchstone;
  // A picture: in the extension's origin, and without a script of ours.
  const own = await touchstone.openOwn('icon/48.png');
  for (const page of context.pages()) if (page !== own) await page.close();
  await context.setOffline(false);
  await context.unrouteAll();
  await context.clearPermissions();
  await context.clearCookies();
  const session = await context.newCDPSession(own);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  // The worker wakes when its settings or alarms go, and must have gone to sleep again before the databases do.
  await own.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
    await chrome.alarms.clearAll();
  });
  await touchstone.stopWorker(own);
  await own.evaluate(forgetDatabases);
  const left = await own.evaluate(whatIsLeft);
  if (left.length > 0) throw new Error(`not as new: ${left.join(', ')}`);
  await touchstone.startWorker(own);
  await own.goto('about:blank');
}

/** Runs inside a page of the extension. */
async function forgetDatabases(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error(`${name} is still open`));
    });
  }
}

/** Runs inside a page of the extension: the names of whatever was kept. */
async function whatIsLeft(): Promise<string[]> {
  const [local, session, databases, scripts, { origins = [], permissions = [] }] = await Promise.all([
    chrome.storage.local.get(null),
    chrome.storage.session.get(null),
    indexedDB.databases(),
    chrome.scripting.getRegisteredContentScripts(),
    chrome.permissions.getAll(),
  ]);
  const { optional_permissions = [], optional_host_permissions = [] } = chrome.runtime.getManifest();
  const optional = new Set<string>([...optional_permissions, ...optional_host_permissions]);
  return [
    ...Object.keys(local),
    ...Object.keys(session),
    ...databases.map(({ name = '' }) => name),
    ...scripts.map(({ id }) => id),
    ...[...origins, ...permissions].filter((granted) => optional.has(granted)),
  ];
}
