/** Captured answers of the real platforms in ../shared/samples: other people's data, read where it lies. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom, type Network } from '../verify/fixtures/network.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/samples', import.meta.url));
const present = existsSync(`${FOLDER}/INDEX.json`);
if (!present) {
  if (process.env.CI === 'true') throw new Error(`no samples in ${FOLDER}`);
  console.warn(`samples skipped: no ${FOLDER}`);
}

const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');
const NOW = new Date('2026-11-23T12:00:00Z');

async function judge(url: string, network: Network) {
  return verifyBadge({ url }, { fetch: fetchFrom(network).fetch, now: NOW });
}

describe.runIf(present)('captured answers', () => {
  it('Credly: the assertion passes, its class and issuer are asked for', async () => {
    for (const name of ['credly/assertion-ob2-aws-expiring.json', 'derived/credly-assertion-not-expiring.json']) {
      const assertion = JSON.parse(read(name));
      const uuid = assertion.id.split('/').at(-1);
      const issuer = assertion.badge.replace(/\/badge_classes\/.*/, '');
      const report = await judge(`https://www.credly.com/badges/${uuid}`, {
        [assertion.id]: { json: assertion },
        [assertion.badge]: { json: { name: 'Invented', issuer } },
        [issuer]: { json: { id: issuer, name: 'Invented Issuer' } },
        [`https://www.credly.com/badges/${uuid}`]: {
          type: 'text/html',
          body: read('derived/credly-badge-page-head.html'),
        },
      });
      expect(report).toMatchObject({
        verdict: 'verified',
        tone: 'ok',
        holder: { name: 'Elio Vantar' },
        issuer: { standing: 'vetted' },
      });
      expect(report.badge?.expires !== undefined).toBe('expires' in assertion);
    }
  });

  it('Credly: unknown', async () => {
    const uuid = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
    const address = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${uuid}`;
    expect(
      await judge(`https://www.credly.com/badges/${uuid}`, {
        [address]: { status: 404, body: read('derived/credly-404.json'), type: 'application/json' },
      }),
    ).toMatchObject({ verdict: 'not-found' });
  });

  it('Accredible: on the issuer’s own domain', async () => {
    const record = JSON.parse(read('accredible/credential.json'));
    const { uuid, url, recipient } = record.data;
    const report = await judge(url, {
      [`https://api.accredible.com/v1/credential-net/credentials/${uuid}`]: { json: record },
    });
    expect(report).toMatchObject({
      verdict: 'verified',
      tone: 'caution',
      proof: 'record',
      holder: { name: recipient.name },
      issuer: { standing: 'unvetted', name: 'Skillsoft' },
    });
    expect(JSON.stringify(report.badge)).not.toContain(recipient.email);
  });

  it('Badgr: withdrawn', async () => {
    const stub = JSON.parse(read('derived/badgr-revoked.json'));
    const page = stub.id.replace(/\?.*/, '');
    // The sample's id is a placeholder, which no link is recognised by; a link with a real one is.
    const id = 'Qk3vT9xLm2Zp7Rw5Yb1CdA';
    const address = page.replace(/[^/]+$/, id);
    const report = await judge(address, {
      [`${address}?expand=badge&expand=badge.issuer`]: { json: { ...stub, id: `${address}?v=2_0` } },
    });
    expect(report).toMatchObject({ verdict: 'revoked', badge: null });
  });

  it('Microsoft: a transcript, without anything personal but the user name', async () => {
    const record = JSON.parse(read('microsoft/transcript-share.json'));
    const id = 'q7w3e9r5t1y8u2i';
    const report = await judge(`https://learn.microsoft.com/en-us/users/x/transcript/${id}`, {
      [`https://learn.microsoft.com/api/profiles/transcript/share/${id}?locale=en-us`]: { json: record },
    });
    expect(report).toMatchObject({
      verdict: 'verified',
      proof: 'record',
      tone: 'ok',
      holder: { name: record.userName },
    });
    const text = JSON.stringify(report);
    for (const secret of [
      record.certificationData.legalName,
      record.certificationData.mcid,
      record.docsId,
      record.certificationData.activeCertifications[0].certificationNumber,
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('LinkedIn’s page between leads to the badge it names', async () => {
    const { fetch, asked } = fetchFrom({
      'https://lnkd.in/gAbc1234': { type: 'text/html', body: read('derived/lnkd-in-interstitial.html') },
    });
    await verifyBadge({ url: 'https://lnkd.in/gAbc1234' }, { fetch, now: NOW, followShortLinks: true });
    expect(asked[1]).toMatch(/^https:\/\/www\.credly\.com\/api\/v1\/obi\/v2\/badge_assertions\//);
  });
});
