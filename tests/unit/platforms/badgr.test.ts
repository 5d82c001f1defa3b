import { describe, expect, it } from 'vitest';
import type { Network } from '../verify/fixtures/network.ts';
import { EARNER, networkOf, v2 } from '../verify/fixtures/open-badges.ts';
import { BADGR_ASKED, BADGR_ID, BADGR_ISSUER, BADGR_LINK, badgrDocument } from '../verify/fixtures/platforms.ts';
import { answers, judge } from './judge.ts';

describe('Badgr', () => {
  const at = (document: unknown, more: Network = {}): Network => ({ [BADGR_ASKED]: { json: document }, ...more });

  it('is verified in one request; who issues there is checked by nobody', async () => {
    const report = await judge(BADGR_LINK, at(badgrDocument()), { holder: { emails: [EARNER.email] } });
    expect(report).toMatchObject({
      verdict: 'verified',
      tone: 'caution',
      holder: { match: 'yours' },
      issuer: { standing: 'unvetted', name: 'Lindow Allotments', id: BADGR_ISSUER },
      badge: { url: `https://api.eu.badgr.io/public/assertions/${BADGR_ID}` },
    });
    expect(report.requests).toEqual([BADGR_ASKED]);
  });

  it('keeps e-mail addresses to itself', async () => {
    const report = await judge(BADGR_LINK, at(badgrDocument()));
    expect(JSON.stringify(report)).not.toMatch(/post\.example|lindow\.example"?,?"?[^/]*@|hello@/);
    expect(report.requests.join()).not.toContain('identity__email');
  });

  it('a listed issuer is trusted by its id', async () => {
    expect(await judge(BADGR_LINK, at(badgrDocument()), { trusted: [{ id: BADGR_ISSUER }] })).toMatchObject({
      tone: 'ok',
    });
  });

  it('withdrawn is answered with 200', async () => {
    const { '@context': context, type, id } = badgrDocument();
    const report = await judge(
      BADGR_LINK,
      at({ '@context': context, type, id, revoked: true, revocationReason: 'Issued in error' }),
    );
    expect(report).toEqual(answers('revoked', 'status-revoked'));
    expect(report.checks).toContainEqual({
      id: 'status',
      outcome: 'fail',
      code: 'status-revoked',
      detail: 'Issued in error',
    });
  });

  it('fetches class and issuer where the answer was not expanded', async () => {
    const expanded = badgrDocument();
    const badge = expanded.badge as Record<string, unknown>;
    const report = await judge(
      BADGR_LINK,
      at(badgrDocument({ assertion: { badge: badge.id } }), {
        [String(badge.id)]: { json: { ...badge, issuer: BADGR_ISSUER } },
        [BADGR_ISSUER]: { json: badge.issuer },
      }),
    );
    expect(report).toMatchObject({ verdict: 'verified', issuer: { standing: 'unvetted' } });
  });

  it('an imported badge is judged at its first home, and Badgr vouches for nothing', async () => {
    const home = v2();
    const imported = { ...home.documents[home.address] };
    const report = await judge(BADGR_LINK, at(imported, networkOf(home)));
    expect(report).toMatchObject({
      verdict: 'verified',
      tone: 'caution',
      issuer: { standing: 'unlisted', name: 'Tidewater School of Seamanship' },
    });
    expect(report.codes).toContain('origin-id-differs');
  });

  it('an issuer embedded in a stranger’s class is not Badgr’s word', async () => {
    const evil = {
      type: 'BadgeClass',
      id: 'https://evil.example/class',
      name: 'X',
      description: 'X',
      image: 'https://evil.example/i.png',
      criteria: 'https://evil.example/c',
      issuer: { id: BADGR_ISSUER, name: 'Lindow Allotments', type: 'Issuer', url: 'https://lindow.example' },
    };
    const report = await judge(
      BADGR_LINK,
      at(badgrDocument({ assertion: { badge: 'https://evil.example/class' } }), {
        'https://evil.example/class': { json: evil },
      }),
    );
    expect(report.verdict).toBe('undecided');
  });

  it('asks each region at its own server', async () => {
    for (const [link, server] of [
      ['badgr.com', 'api.badgr.io'],
      ['api.badgr.io', 'api.badgr.io'],
      ['eu.badgr.com', 'api.eu.badgr.io'],
      ['ca.badgr.io', 'api.ca.badgr.io'],
      ['au.badgr.com', 'api.au.badgr.io'],
      ['badges.parchment.com', 'badges.parchment.com'],
    ]) {
      const report = await judge(`https://${link}/public/assertions/${BADGR_ID}`, {});
      expect(report).toEqual(answers('not-found', 'origin-not-found'));
      expect(report.requests).toEqual([
        `https://${server}/public/assertions/${BADGR_ID}?expand=badge&expand=badge.issuer`,
      ]);
    }
  });
});
