import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { politeFloor } from './polite-floor.ts';
import { readRow } from './read-row.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  background: { service_worker: 'worker.js' },
  content_scripts: [{ matches: ['https://*.linkedin.com/*'], js: ['page.js'] }],
  host_permissions: ['https://*/*'],
};

/**
 * Answers every message with itself. Over a port named `row` it first reads one row of a database, over one named `floor` it runs the bare loop of
 * requests. Nothing else.
 */
const WORKER = `const WORK = { row: readRow, floor: politeFloor };
chrome.runtime.onConnect.addListener((port) => port.onMessage.addListener(async (message) => {
  port.postMessage(port.name in WORK ? await WORK[port.name](message) : message);
}));
${readRow}
${politeFloor}`;

export interface EmptyExtension {
  folder: string;
  remove(): Promise<void>;
}

/** The peer: an extension whose worker and content script hold nothing, in a folder that is made for the run. */
export async function makeEmptyExtension(): Promise<EmptyExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'empty-extension-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(folder, 'worker.js'), WORKER);
  await writeFile(join(folder, 'page.js'), '');
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Empty</title><p>Here</p>');
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
