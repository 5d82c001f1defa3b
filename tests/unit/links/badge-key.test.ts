import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeKey, recogniseLink } from '../../../utils/links/index.ts';
import type { RecognisedLink } from '../../../utils/links/types.ts';
import { hex, known } from './addresses.ts';

const keyOf = (href: string) => badgeKey(recogniseLink(href) as RecognisedLink);

describe('badgeKey', () => {
  it('is platform:id, and the host only where another host is another answer', () => {
    fc.assert(
      fc.property(known, (one) => {
        fc.pre(one.platform !== 'microsoft' || one.kind !== 'badge');
        const [plain, host, ...more] = keyOf(one.href).split('@');
        expect([plain, more]).toEqual([`${one.platform}:${one.id}`, []]);
        if (host !== undefined) {
          expect(['badgr', 'accredible', 'openbadges']).toContain(one.platform);
          expect(host).toBe(new URL(recogniseLink(one.href)?.url ?? '').hostname);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells apart the servers of Badgr’s regions, each of which may hold another badge under the same id', () => {
    const on = (host: string) => keyOf(`https://${host}/public/assertions/qB-cD_eF92gH34iJ56kL7Q`);
    const plain = 'badgr:qB-cD_eF92gH34iJ56kL7Q';
    for (const host of ['api.badgr.io', 'api.badgr.com', 'badgr.io', 'badgr.com']) expect(on(host)).toBe(plain);
    for (const host of ['api.eu.badgr.io', 'eu.badgr.com']) expect(on(host)).toBe(`${plain}@api.eu.badgr.io`);
    expect(on('au.badgr.io')).toBe(`${plain}@api.au.badgr.io`);
    expect(on('badges.parchment.com')).toBe(`${plain}@badges.parchment.com`);
  });

  it('tells apart an issuer’s own domain from Accredible’s: there the record must name the very place', () => {
    const id = '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';
    for (const own of ['www.credential.net', 'credential.net', 'edu.google.accredible.com'])
      expect(keyOf(`https://${own}/${id}`)).toBe(`accredible:${id}`);
    expect(keyOf(`https://api.accredible.com/v1/obi/badge_assertions/${id}`)).toBe(`accredible:${id}`);
    for (const theirs of ['credentials.databricks.com', 'achieve.snowflake.com'])
      expect(keyOf(`https://${theirs}/${id}`)).toBe(`accredible:${id}@${theirs}`);
  });

  it('is one for the share link and the page of one Microsoft credential, with its leading zero or without', () => {
    fc.assert(
      fc.property(hex(15), (tail) => {
        const keys = [
          `https://learn.microsoft.com/api/credentials/share/en-us/Tamsin/${tail.toUpperCase()}?sharingId=7EB104CE343B345E`,
          `https://learn.microsoft.com/api/credentials/share/es-es/Tamsin/0${tail.toUpperCase()}?sharingId=`,
          `https://learn.microsoft.com/en-us/users/tamsin-1/credentials/0${tail}?ref=https%3A%2F%2Fwww.linkedin.com%2F`,
          `https://learn.microsoft.com/zh-tw/users/tamsin-1/credentials/${tail}`,
        ].map(keyOf);
        expect(new Set(keys)).toEqual(new Set([`microsoft:0${tail.toUpperCase()}`]));
      }),
    );
  });

  it('keeps upper and lower case apart where the platform does', () => {
    expect(keyOf('https://api.badgr.io/public/assertions/qB-cD_eF92gH34iJ56kL7Q')).not.toBe(
      keyOf('https://api.badgr.io/public/assertions/Qb-cD_eF92gH34iJ56kL7Q'),
    );
    expect(keyOf('https://www.credly.com/badges/3F0C9D52-71AB-4E08-9B6D-C25A8E1F4470')).toBe(
      keyOf('https://youracclaim.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470'),
    );
  });

  it('never gives a badge’s key to something that proves nothing', () => {
    const id = '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';
    const badge = keyOf(`https://www.credly.com/badges/${id}`);
    expect(keyOf(`https://www.credly.com/earner/earned/badge/${id}`)).not.toBe(badge);
    expect(recogniseLink(`https://www.credly.com/users/${id}/badges`)).toBeNull();
    expect(keyOf('https://learn.microsoft.com/en-us/users/t/transcript/share/234567890abcdef')).not.toBe(
      keyOf('https://learn.microsoft.com/en-us/users/t/credentials/234567890abcdef'),
    );
  });
});
