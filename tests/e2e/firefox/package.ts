import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { zipSync } from 'fflate';

/** A built extension as the one file that Firefox installs for good (XPI: a ZIP with the manifest at its top). */
export function packExtension(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  const entries = files.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path))] as const);
  return zipSync(Object.fromEntries(entries), { level: 1 });
}
