/**
 * What an extension's worker would carry of either verifier: a script that only hands on its one function, bundled for the browser and minified with the
 * settings of our own build (wxt.config.ts).
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, mergeConfig } from 'vite';
import wxt from '../../../wxt.config.ts';
import type { Figure } from '../figure.ts';

const AREA = 'Verifier, in bytes';

export type Verifier = 'ours' | 'peer';

const SOURCES: Readonly<Record<Verifier, string>> = {
  ours: `export { verifyBadge as verify } from ${JSON.stringify(resolve('utils/verify/index.ts'))};`,
  peer: "export { verifyCredential as verify } from '@digitalcredentials/verifier-core';",
};

export interface Bundles {
  /** Path of each one's module, which exports `verify`. */
  paths: Readonly<Record<Verifier, string>>;
  remove(): Promise<void>;
}

export async function makeBundles(): Promise<Bundles> {
  await mkdir('.output', { recursive: true });
  const folder = await mkdtemp(resolve('.output', 'bench-engine-'));
  const paths = { ours: join(folder, 'ours.mjs'), peer: join(folder, 'peer.mjs') };
  for (const name of Object.keys(SOURCES) as Verifier[]) {
    const entry = join(folder, `${name}-entry.mjs`);
    await writeFile(entry, SOURCES[name]);
    await bundle(entry, paths[name]);
  }
  return { paths, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function bundle(entry: string, file: string): Promise<void> {
  const shared = await wxt.vite?.({ mode: 'production', command: 'build', browser: 'chrome', manifestVersion: 3 });
  const own = {
    root: resolve('.'),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'esnext',
      // No library: its settings would keep white space. One chunk, as a worker must be.
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  } as const;
  const built = await build(mergeConfig(shared ?? {}, own));
  const chunks = 'output' in built ? built.output.filter((part) => part.type === 'chunk') : [];
  const [only] = chunks;
  if (chunks.length !== 1 || !only) throw new Error(`${chunks.length} chunks of ${entry}`);
  await writeFile(file, only.code);
}

/** Bytes of both. */
export async function bundleFigures({ paths }: Bundles): Promise<Figure[]> {
  const [ours, peer] = await Promise.all([readFile(paths.ours), readFile(paths.peer)]);
  const packed = (code: Buffer) => gzipSync(code, { level: 9 }).length;
  return [
    { area: AREA, name: 'minified', unit: 'B', value: ours.length, floor: peer.length },
    { area: AREA, name: 'minified, gzip', unit: 'B', value: packed(ours), floor: packed(peer) },
  ];
}

if (import.meta.main) {
  const { line } = await import('../figure.ts');
  const bundles = await makeBundles();
  for (const figure of await bundleFigures(bundles)) console.log(line(figure));
  await bundles.remove();
}
