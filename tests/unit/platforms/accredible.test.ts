import { describe, expect, it } from 'vitest';
import type { Report } from '../../../utils/badge/report.ts';
import type { Network } from '../verify/fixtures/network.ts';
import { EARNER } from '../verify/fixtures/open-badges.ts';
import { ACCREDIBLE_ASKED, ACCREDIBLE_ID, ACCREDIBLE_LINK, accredible } from '../verify/fixtures/platforms.ts';
import { answers, judge } from './judge.ts';

describe('Accredible', () => {
  const at = (changes: Record<string, unknown> = {}): Network => ({
    [ACCREDIBLE_ASKED]: { json: { data: accredible(changes) } },
  });

  it('is verified by its own record', async () => {
    const report = await judge(ACCREDIBLE_LINK, at(), { holder: { name: 'Marwick, Ilse' } });
    expect(report).toMatchObject({
      verdict: 'verified',
      proof: 'record',
      tone: 'caution',
      holder: { match: 'same', name: EARNER.name },
      issuer: { standing: 'unvetted', name: 'Brightwater Polytechnic' },
      badge: {
        description: 'Learned to tell signal from noise.',
        skills: ['Filters', 'Sampling'],
        standard: 'platform',
      },
    });
    expect(JSON.stringify(report)).not.toMatch(/@|do-not-show/);
  });

  const cases: [string, Record<string, unknown>, Report['verdict'], string][] = [
    ['private', { private: true }, 'not-found', 'origin-not-public'],
    ['withdrawn', { revoked_at: '2026-01-01' }, 'revoked', 'status-revoked'],
    ['expired by flag', { expired: true }, 'expired', 'dates-expired'],
    ['expired by date', { expired_on: '2026-01-01' }, 'expired', 'dates-expired'],
    ['withdrawn at an instant', { revoked_at: 1_760_000_000 }, 'revoked', 'status-revoked'],
    ['perhaps withdrawn', { revoked_at: '' }, 'undecided', 'status-unreadable'],
    ['withdrawn or not', { revoked_at: 0 }, 'undecided', 'status-unreadable'],
    ['withdrawn some day', { revoked_at: 'some day' }, 'undecided', 'status-unreadable'],
    ['withdrawn, no date', { revoked_at: true }, 'undecided', 'status-unreadable'],
    ['not withdrawn', { revoked_at: false }, 'verified', 'status-ok'],
    ['expired in words', { expired: 'true' }, 'undecided', 'dates-unreadable'],
    ['expired in figures', { expired: 1 }, 'undecided', 'dates-unreadable'],
    ['expired is null', { expired: null }, 'verified', 'dates-none'],
    ['expired, perhaps, and by date', { expired: 'x', expired_on: '2026-01-01' }, 'undecided', 'dates-unreadable'],
    ['not approved', { approve: false }, 'undecided', 'origin-not-public'],
    ['not complete', { complete: false }, 'undecided', 'origin-not-public'],
    ['a sample', { sample: true }, 'undecided', 'format-not-a-badge'],
    ['another credential', { uuid: 'aaaaaaaa-1234-4abc-8def-0123456789ab' }, 'undecided', 'format-unknown-shape'],
    ['an unknown shape', { issuer: 'Somebody' }, 'undecided', 'format-unknown-shape'],
  ];
  for (const [name, change, verdict, code] of cases) {
    it(`${name}: ${verdict}`, async () => {
      const report = await judge(ACCREDIBLE_LINK, at(change));
      expect(report).toEqual(answers(verdict, code));
      if (verdict === 'not-found') expect(JSON.stringify(report)).not.toContain('Signals');
    });
  }

  it('on an issuer’s own domain the record must name that very place', async () => {
    const link = `https://credentials.databricks.com/${ACCREDIBLE_ID}`;
    expect(await judge(link, at({ url: link }))).toMatchObject({ verdict: 'verified' });
    for (const url of [
      ACCREDIBLE_LINK,
      `https://credentials.databricks.com/x`,
      `https://credentials.databricks.com.evil.example/${ACCREDIBLE_ID}`,
      null,
      5,
    ]) {
      expect(await judge(link, at({ url }))).toEqual(answers('undecided', 'origin-id-differs'));
    }
  });

  it('what an issuer shows on its own domain is its own whichever link leads there', async () => {
    const databricks = { id: 3, name: 'Databricks', url: 'https://databricks.com/' };
    const home = `https://credentials.databricks.com/${ACCREDIBLE_ID}`;
    const links = [ACCREDIBLE_LINK, home, `https://api.accredible.com/v1/credential-net/credentials/${ACCREDIBLE_ID}`];
    for (const link of links) {
      for (const url of [home, home.toUpperCase().replace('HTTPS', 'https')]) {
        const report = await judge(link, at({ issuer: databricks, url }));
        expect(report.issuer.standing, `${link} ${url}`).toBe('unvetted');
        expect(report.verdict).toBe('verified');
      }
      const listed = await judge(link, at({ issuer: databricks, url: home }), {
        trusted: [{ id: 'credentials.databricks.com' }],
      });
      expect(listed.issuer.standing).toBe('trusted');
    }
  });

  it('a domain that is not known to be served by Accredible is no control, for good or ill', async () => {
    for (const name of ['Databricks', 'Harvard University']) {
      const issuer = { id: 3, name, url: 'https://x.example/' };
      const report = await judge(
        ACCREDIBLE_LINK,
        at({ issuer, url: `https://credentials.harvard.edu/${ACCREDIBLE_ID}` }),
        {
          trusted: [{ id: 'credentials.harvard.edu' }],
        },
      );
      expect(report).toMatchObject({ tone: 'caution', issuer: { standing: 'unvetted' } });
    }
  });

  it('the name of another on a domain of somebody’s, or no place at all, is an impostor’s', async () => {
    const issuer = { id: 3, name: 'Microsoft', url: 'https://x.example/' };
    for (const url of [
      `https://credentials.databricks.com/${ACCREDIBLE_ID}`,
      `https://credentials.databricks.com/other`,
      `https://learn.microsoft.com/x`,
      ACCREDIBLE_LINK,
      `https://microsoft.accredible.com/${ACCREDIBLE_ID}`,
      null,
      `http://${ACCREDIBLE_ID}@learn.microsoft.com/`,
    ]) {
      const report = await judge(ACCREDIBLE_LINK, at({ issuer, url }));
      expect(report.issuer.standing, String(url)).toBe('impostor');
    }
  });

  it('unknown: not found', async () => {
    expect(await judge(ACCREDIBLE_LINK, { [ACCREDIBLE_ASKED]: { status: 404, json: { error: 'NOT_FOUND' } } })).toEqual(
      answers('not-found', 'origin-not-found'),
    );
  });

  it('what an issuer says of itself does not give it a host', async () => {
    const microsoft = { id: 1, name: 'Microsoft', url: 'https://www.microsoft.com/' };
    const link = `https://microsoft-learn.accredible.com/${ACCREDIBLE_ID}`;
    for (const place of [ACCREDIBLE_LINK, link]) {
      const report = await judge(place, at({ issuer: microsoft, url: 'https://learn.microsoft.com/x' }), {
        trusted: [{ id: 'learn.microsoft.com' }, { id: 'https://www.microsoft.com/' }],
      });
      expect(report).toMatchObject({ verdict: 'verified', tone: 'bad', issuer: { standing: 'impostor' } });
    }
    const google = await judge(
      `https://google.accredible.com/${ACCREDIBLE_ID}`,
      at({ issuer: { ...microsoft, name: 'Google' }, url: `https://google.accredible.com/${ACCREDIBLE_ID}` }),
    );
    expect(google.issuer.standing).toBe('unvetted');
  });
});
