import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLATFORM_LINKS } from '../../../utils/platforms/links.ts';
import { proofOf } from '../../../utils/platforms/proofs.ts';

const DOC = readFileSync(new URL('../../../docs/platforms.md', import.meta.url), 'utf8');
const rows = new Map(
  [...DOC.matchAll(/^\| `([\w-]+)` \|(.*)\|$/gm)].map(([, folder = '', rest = '']) => [
    folder,
    rest.split('|').map((cell) => cell.trim()),
  ]),
);

describe('docs/platforms.md', () => {
  it('has one row for each platform, in the same order', () => {
    expect([...rows.keys()]).toEqual(PLATFORM_LINKS.map(({ platform }) => platform));
  });

  it.each(PLATFORM_LINKS.map((of) => [of.platform, of] as const))('%s: hosts, kinds, proof', (platform, { shapes }) => {
    const [name, hosts = '', links, kinds = '', checked = '', vetted = ''] = rows.get(platform) ?? [];
    expect(name).toBeTruthy();
    expect(links).toBeTruthy();
    expect(kinds.split(', ')).toEqual(Object.keys(shapes));
    const named = Object.values(shapes)
      .flat()
      .flatMap((shape) => shape.split('/')[0]?.split(',') ?? []);
    expect(new Set([...hosts.matchAll(/`([^`]+)`/g)].map(([, host]) => host))).toEqual(new Set(named));
    const proof = proofOf(platform);
    // Anybody's badges have no adapter: the engine reads them wherever they lie.
    expect(/^(?:A web page only|Nothing)/.test(checked)).toBe(!proof && platform !== 'openbadges');
    expect(vetted.split(':')[0]).toBe(proof ? (proof.vets ? 'yes' : 'no') : '–');
  });
});
