import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recogniseLink } from '../../../utils/links/index.ts';
import { linkOf } from '../../../utils/links/selectors.ts';
import { unwrap } from '../../../utils/links/unwrap.ts';

const SAMPLES = new URL('../../../../shared/samples/', import.meta.url);
const here = existsSync(new URL('links.json', SAMPLES));
if (!here && process.env.CI !== 'true') console.warn('links: ../shared/samples is not there, its links are not tried');

interface Sample {
  url: string;
  platform: string;
  id: string | null;
}

const NOBODYS = new Set(['none', 'wrapper', 'credly-template']);
const KINDS: Record<string, string> = {
  'credly-earner': 'owner-only',
  'credly-short': 'short-link',
  'coursera-share': 'short-link',
  shortener: 'short-link',
  'credly-profile': 'profile',
  'google-skills-profile': 'profile',
  'salesforce-profile': 'profile',
  'badgr-collection': 'profile',
  'microsoft-certification-page': 'profile',
  'microsoft-achievement': 'achievement',
  'microsoft-transcript': 'transcript',
};

describe.skipIf(!here && process.env.CI !== 'true')('links seen in the wild', () => {
  const links: Sample[] = here ? JSON.parse(readFileSync(new URL('links.json', SAMPLES), 'utf8')).links : [];

  it('are there', () => {
    expect(links.length).toBeGreaterThan(40);
  });

  it.each(links.map((sample) => [sample.platform, sample.url, sample] as const))('%s %s', (_, url, sample) => {
    const link = recogniseLink(url);
    if (NOBODYS.has(sample.platform)) {
      expect(link).toBeNull();
      if (sample.platform === 'wrapper') expect(unwrap(url)?.href).toBe(new URL(sample.id ?? '').href);
      return;
    }
    expect(link).not.toBeNull();
    expect(`${sample.platform}-`.startsWith(`${link?.platform}-`)).toBe(true);
    expect(link?.kind).toBe(KINDS[sample.platform] ?? 'badge');
    if (sample.id) expect(link?.id).toBe(sample.id);
    expect(link?.url).not.toMatch(/trk=|utm_|sharingId|#|@/);
    expect(recogniseLink(link?.url ?? '')).toEqual(link);
  });

  it('captured LinkedIn pages: their certificates and nothing else', () => {
    const folder = new URL('linkedin/', SAMPLES);
    const found = readdirSync(folder).flatMap((file) => {
      const page = readFileSync(new URL(file, folder), 'utf8');
      const hrefs = [...page.matchAll(/\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
      return hrefs.flatMap((href) => recogniseLink(href, 'https://www.linkedin.com/in/x/') ?? []);
    });
    expect([...new Set(found.map(({ platform }) => platform))].sort()).toEqual([
      'credly',
      'linkedin-learning',
      'shortener',
    ]);
  });

  it('captured Credly embeds', () => {
    const page = readFileSync(new URL('derived/credly-embed.html', SAMPLES), 'utf8');
    const embeds = [...page.matchAll(/<div ([^>]*)>/g)].map(([, inner = '']) => {
      const attributes = new Map([...inner.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, n = '', v = '']) => [n, v]));
      return linkOf({ tagName: 'DIV', getAttribute: (name) => attributes.get(name) ?? null });
    });
    expect(embeds).toHaveLength(3);
    for (const address of embeds) expect(address).toMatch(/^https:\/\/www\.credly\.com\/badges\/[\da-f-]{36}$/);
  });
});
