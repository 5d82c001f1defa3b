import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { htmlReply, type WorldReply } from '../server/site.ts';

/** Captured pages of other people, read where they lie and never copied. The folder is beside the repository, or where SAMPLES says. */
export const SAMPLES = process.env.SAMPLES ?? fileURLToPath(new URL('../../../../shared/samples', import.meta.url));

/** The captured profiles, under the kind of address they were captured from. */
export const CAPTURED_PROFILES = {
  '/in/captured-member-1/': 'linkedin/loggedin-2024-profile1.html',
  '/in/captured-member-2/': 'linkedin/loggedin-2024-profile2.html',
  '/in/captured-public-1/': 'linkedin/public-2024-profile1.html',
} as const;

/** False on a machine that has only the repository. */
export function haveSamples(): boolean {
  return existsSync(`${SAMPLES}/INDEX.json`);
}

/** A captured page by the path of its address; null when there is none or the folder is absent. */
export async function captured(path: string): Promise<WorldReply | null> {
  const file = Object.entries(CAPTURED_PROFILES).find(([address]) => address === path)?.[1];
  if (!file || !haveSamples()) return null;
  return htmlReply(await readFile(`${SAMPLES}/${file}`, 'utf8'), {
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  });
}
