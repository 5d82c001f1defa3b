/** Ways to make a badge look genuine, vouched for, or somebody's, and what becomes of them. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../utils/badge/report.ts';
import { examine, verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom, type Network } from './fixtures/network.ts';
import { type Doc, NOW, networkOf, recipient, v1, v2, v05, v11 } from './fixtures/open-badges.ts';

const EVIL = 'https://badges.evil.example';
const GOOD_CLASS = 'https://badges.tidewater.example/classes/pilot';
const GOOD_ISSUER = 'https://badges.tidewater.example/issuer';

/** An assertion that somebody else hosts. */
function forged(changes: Doc = {}, address = `${EVIL}/a/1`): Doc {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: address,
    recipient: recipient(),
    badge: GOOD_CLASS,
    verification: { type: 'HostedBadge' },
    issuedOn: '2025-03-01T09:00:00Z',
    ...changes,
  };
}

async function judge(address: string, network: Network, base: Network = networkOf(v2())): Promise<Report> {
  const { fetch } = fetchFrom({ ...base, ...network });
  // Even a reader who trusts the real issuer must not be taken in.
  return verifyBadge(
    { url: address },
    { fetch, now: NOW, trusted: [{ id: GOOD_ISSUER }, { id: 'badges.tidewater.example' }] },
  );
}

function expectRefused(report: Report, verdict: Report['verdict']): void {
  expect(report.verdict, JSON.stringify(report.checks)).toBe(verdict);
  expect(report.tone).not.toBe('ok');
}

describe('speaking for somebody else', () => {
  it('an assertion of the real class on another host', async () => {
    const report = await judge(`${EVIL}/a/1`, { [`${EVIL}/a/1`]: { json: forged() } });
    expectRefused(report, 'invalid');
    expect(report.checks).toContainEqual({
      id: 'origin',
      outcome: 'fail',
      code: 'origin-out-of-scope',
      detail: 'badges.evil.example',
    });
  });

  it('a host that begins with, ends with or contains the real one', async () => {
    for (const host of [
      'badges.tidewater.example.evil.example',
      'evil-badges.tidewater.example',
      'x.badges.tidewater.example',
      'badges.tidewater.example-evil.example',
    ]) {
      const address = `https://${host}/a/1`;
      expectRefused(await judge(address, { [address]: { json: forged({}, address) } }), 'invalid');
    }
  });

  it('startsWith without allowedOrigins lets no other host through', async () => {
    const address = 'https://badges.tidewater.example.evil.example/a/1';
    const base = networkOf(v2({ issuer: { verification: { startsWith: 'https://badges.tidewater.example' } } }));
    expectRefused(await judge(address, { [address]: { json: forged({}, address) } }, base), 'invalid');
  });

  it('startsWith and allowedOrigins both hold', async () => {
    const rules = (verification: Doc) => v2({ issuer: { verification } });
    const at = v2().address;
    const verdict = async (verification: Doc) => (await judge(at, {}, networkOf(rules(verification)))).verdict;
    expect(await verdict({ startsWith: 'https://badges.tidewater.example/assertions/' })).toBe('verified');
    expect(await verdict({ startsWith: 'https://badges.tidewater.example/other/' })).toBe('invalid');
    expect(await verdict({ startsWith: ['https://x.example/', 'https://badges.tidewater.example/assertions/'] })).toBe(
      'verified',
    );
    expect(await verdict({ allowedOrigins: 'badges.tidewater.example' })).toBe('verified');
    expect(await verdict({ allowedOrigins: ['elsewhere.example'] })).toBe('invalid');
    expect(
      await verdict({ allowedOrigins: 'badges.tidewater.example', startsWith: 'https://badges.tidewater.example/x' }),
    ).toBe('invalid');
    expect(await verdict({ allowedOrigins: { any: true } })).toBe('undecided');
    expect(await verdict({ startsWith: 7 })).toBe('undecided');
  });

  it('an embedded issuer that allows the forger’s host', async () => {
    const issuer = {
      type: 'Profile',
      id: GOOD_ISSUER,
      name: 'Tidewater School of Seamanship',
      url: 'https://tidewater.example/',
      email: 'a@b.example',
      verification: { allowedOrigins: ['badges.evil.example'] },
    };
    const badge = { ...(v2().documents[GOOD_CLASS] as Doc), issuer };
    const report = await judge(`${EVIL}/a/1`, {
      [`${EVIL}/a/1`]: { json: forged({ badge: { ...badge, id: 'urn:uuid:1' } }) },
    });
    expectRefused(report, 'invalid');
  });

  it('an embedded class and issuer without addresses prove no issuer', async () => {
    const badge = {
      ...(v2().documents[GOOD_CLASS] as Doc),
      id: 'urn:uuid:1',
      issuer: { type: 'Profile', name: 'Anyone', url: 'https://x.example', id: 'urn:uuid:2' },
    };
    expectRefused(await judge(`${EVIL}/a/1`, { [`${EVIL}/a/1`]: { json: forged({ badge }) } }), 'undecided');
  });

  it('a class on the forger’s host that names the real issuer', async () => {
    const badge = { ...(v2().documents[GOOD_CLASS] as Doc), id: `${EVIL}/class` };
    const report = await judge(`${EVIL}/a/1`, {
      [`${EVIL}/a/1`]: { json: forged({ badge: `${EVIL}/class` }) },
      [`${EVIL}/class`]: { json: badge },
    });
    expectRefused(report, 'invalid');
  });

  it('a profile on the forger’s host that calls itself by the real issuer’s id', async () => {
    const profile = {
      ...(v2().documents[GOOD_ISSUER] as Doc),
      verification: { allowedOrigins: ['badges.evil.example'] },
    };
    const badge = { ...(v2().documents[GOOD_CLASS] as Doc), id: `${EVIL}/class`, issuer: `${EVIL}/profile` };
    const report = await judge(`${EVIL}/a/1`, {
      [`${EVIL}/a/1`]: { json: forged({ badge: `${EVIL}/class` }) },
      [`${EVIL}/class`]: { json: badge },
      [`${EVIL}/profile`]: { json: profile },
    });
    expectRefused(report, 'invalid');
  });

  it('a stranger who holds www. of a shared domain is not the domain', async () => {
    const www = 'https://www.badges.tidewater.example';
    const address = `${www}/a/1`;
    const profile = {
      ...(v2().documents[GOOD_ISSUER] as Doc),
      verification: { allowedOrigins: ['www.badges.tidewater.example'] },
    };
    const badge = { ...(v2().documents[GOOD_CLASS] as Doc), id: `${www}/class`, issuer: `${www}/profile` };
    const report = await judge(address, {
      [address]: { json: forged({ badge: `${www}/class` }, address) },
      [`${www}/class`]: { json: badge },
      [`${www}/profile`]: { json: profile },
    });
    expectRefused(report, 'invalid');
    const old = v05().documents[v05().address];
    const { fetch } = fetchFrom({ 'https://www.old.saltmarsh.example/a': { json: old } });
    expectRefused(await verifyBadge({ url: 'https://www.old.saltmarsh.example/a' }, { fetch, now: NOW }), 'invalid');
  });

  describe('a neighbour on a shared host', () => {
    const SHARED = 'https://pages.example';
    const TRUSTED = `${SHARED}/academy/issuer.json`;
    const at = async (issuer: string, profiles: Network): Promise<Report> => {
      const address = `${SHARED}/evil/a.json`;
      const badge = { ...(v2().documents[GOOD_CLASS] as Doc), id: `${SHARED}/evil/class.json`, issuer };
      const { fetch } = fetchFrom({
        [address]: { json: forged({ badge: `${SHARED}/evil/class.json` }, address) },
        [`${SHARED}/evil/class.json`]: { json: badge },
        ...profiles,
      });
      return verifyBadge({ url: address }, { fetch, now: NOW, trusted: [{ id: TRUSTED }, { id: `${TRUSTED}?of=1` }] });
    };
    const profile = (id: string, verification?: Doc): Doc => ({
      ...(v2().documents[GOOD_ISSUER] as Doc),
      id,
      ...(verification && { verification }),
    });

    it('whose profile calls itself by the id of another is only itself', async () => {
      for (const [own, id] of [
        [`${SHARED}/evil/p.json`, TRUSTED],
        [`${SHARED}/evil/p.json`, TRUSTED.replace('https:', 'http:')],
        [`${TRUSTED}?of=2`, `${TRUSTED}?of=1`],
        [`${TRUSTED}?of=2`, TRUSTED],
      ] as const) {
        const report = await at(own, { [own]: { json: profile(id) } });
        expect(report, id).toMatchObject({ tone: 'caution', issuer: { standing: 'unlisted', id: own } });
        expect(report.badge?.issuer.id).toBe(own);
      }
    });

    it('cannot speak for an issuer that says where its assertions begin', async () => {
      const scoped = profile(TRUSTED, { startsWith: `${SHARED}/academy/` });
      expectRefused(await at(TRUSTED, { [TRUSTED]: { json: scoped } }), 'invalid');
    });

    it('in 0.5 has the host as its issuer, never a path', async () => {
      const document = v05({ issuer: { origin: TRUSTED } });
      const address = `${SHARED}/evil/old.json`;
      const { fetch } = fetchFrom({ [address]: { json: document.documents[document.address] } });
      const report = await verifyBadge({ url: address }, { fetch, now: NOW, trusted: [{ id: TRUSTED }] });
      expect(report).toMatchObject({ tone: 'caution', issuer: { standing: 'unlisted', id: `${SHARED}/` } });
    });
  });

  it('1.0 and 1.1 on another host than their issuer', async () => {
    for (const build of [v1, v11]) {
      const good = build();
      const document = good.documents[good.address] as Doc;
      const address = `${EVIL}/a/1`;
      const verify = { type: 'hosted', url: address };
      const { fetch } = fetchFrom({ ...networkOf(good), [address]: { json: { ...document, verify } } });
      expectRefused(await verifyBadge({ url: address }, { fetch, now: NOW }), 'invalid');
    }
  });

  it('0.5 on another host than the issuer’s origin', async () => {
    const document = v05().documents[v05().address] as Doc;
    for (const address of [
      'https://evil.example/a',
      'https://old.saltmarsh.example.evil.example/a',
      'https://saltmarsh.example/a',
    ]) {
      const { fetch } = fetchFrom({ [address]: { json: document } });
      expectRefused(await verifyBadge({ url: address }, { fetch, now: NOW }), 'invalid');
    }
  });
});

describe('redirects', () => {
  const good = v2();

  it('an open redirector on the issuer’s host lends its name to nobody', async () => {
    const address = 'https://badges.tidewater.example/go?to=evil';
    const report = await judge(address, { [address]: { json: forged({}, address), end: `${EVIL}/a/1` } });
    expectRefused(report, 'undecided');
    expect(report.checks.map((check) => check.code)).toContain('origin-redirected-away');
  });

  it('nor does one that is named as the issuer’s profile', async () => {
    const door = 'https://badges.tidewater.example/go?to=profile';
    const profile = {
      ...(good.documents[GOOD_ISSUER] as Doc),
      id: door,
      verification: { allowedOrigins: ['badges.evil.example'] },
    };
    const badge = { ...(good.documents[GOOD_CLASS] as Doc), id: `${EVIL}/class`, issuer: door };
    const report = await judge(`${EVIL}/a/1`, {
      [`${EVIL}/a/1`]: { json: forged({ badge: `${EVIL}/class` }) },
      [`${EVIL}/class`]: { json: badge },
      [door]: { json: profile, end: `${EVIL}/profile` },
    });
    expectRefused(report, 'undecided');
  });

  it('a 410 of another host withdraws nothing', async () => {
    const report = await judge(good.address, { [good.address]: { status: 410, body: '', end: `${EVIL}/gone` } });
    expectRefused(report, 'undecided');
  });

  it('0.5 counts where it was answered from', async () => {
    const old = v05();
    const { fetch } = fetchFrom({ [old.address]: { json: old.documents[old.address], end: `${EVIL}/a` } });
    expectRefused(await verifyBadge({ url: old.address }, { fetch, now: NOW }), 'undecided');
  });

  it('to the address that the document calls its own is fine', async () => {
    const address = 'https://tidewater.example/short';
    const report = await judge(address, { [address]: { json: good.documents[good.address], end: good.address } });
    expect(report.verdict).toBe('verified');
  });

  it('to the same host with www is fine', async () => {
    const end = good.address.replace('badges.', 'www.badges.');
    expect((await judge(good.address, { [good.address]: { json: good.documents[good.address], end } })).verdict).toBe(
      'verified',
    );
  });
});

describe('copies', () => {
  const good = v2();

  it('a copy elsewhere leads to the original, and that is judged', async () => {
    const copy = {
      ...(good.documents[good.address] as Doc),
      issuedOn: '1999-01-01T00:00:00Z',
      recipient: { type: 'email', identity: 'forger@evil.example', hashed: false },
    };
    const { fetch } = fetchFrom({ ...networkOf(good), [`${EVIL}/copy`]: { json: copy } });
    const report = await verifyBadge(
      { url: `${EVIL}/copy` },
      { fetch, now: NOW, holder: { emails: ['forger@evil.example'] } },
    );
    expect(report.verdict).toBe('verified');
    expect(report.badge?.issuedOn).toBe('2025-03-01T09:00:00.000Z');
    expect(report.holder.match).toBe('unknown');
    expect(report.checks).toContainEqual({
      id: 'origin',
      outcome: 'warn',
      code: 'origin-id-differs',
      detail: 'badges.tidewater.example',
    });
  });

  it('a copy of what its origin does not know is not found there', async () => {
    const address = 'https://badges.tidewater.example/assertions/never';
    expectRefused(await judge(`${EVIL}/copy`, { [`${EVIL}/copy`]: { json: forged({}, address) } }), 'not-found');
  });

  it('documents that point at each other end', async () => {
    const report = await judge(`${EVIL}/1`, {
      [`${EVIL}/1`]: { json: forged({}, `${EVIL}/2`) },
      [`${EVIL}/2`]: { json: forged({}, `${EVIL}/3`) },
      [`${EVIL}/3`]: { json: forged({}, `${EVIL}/1`) },
    });
    expectRefused(report, 'undecided');
  });

  it('what was handed in and altered is told, and the hosted copy shown', async () => {
    const altered = {
      ...(good.documents[good.address] as Doc),
      issuedOn: '2010-01-01T00:00:00Z',
      expires: '2099-01-01T00:00:00Z',
    };
    const { fetch } = fetchFrom(networkOf(good));
    const report = await verifyBadge({ text: JSON.stringify(altered) }, { fetch, now: NOW });
    expect(report).toMatchObject({ verdict: 'verified', badge: { issuedOn: '2025-03-01T09:00:00.000Z' } });
    expect(report.badge?.expires).toBeUndefined();
    expect(report.checks).toContainEqual({ id: 'format', outcome: 'warn', code: 'format-differs-from-presented' });
  });

  it('a badge that was withdrawn is withdrawn, whatever the copy in hand says', async () => {
    const { fetch } = fetchFrom({ ...networkOf(good), [good.address]: { status: 410, body: '' } });
    const report = await verifyBadge({ text: JSON.stringify(good.documents[good.address]) }, { fetch, now: NOW });
    expect(report.verdict).toBe('revoked');
  });
});

describe('where requests go', () => {
  it('never to places that are not public', async () => {
    for (const address of [
      'https://127.0.0.1/a',
      'https://[::1]/a',
      'https://localhost/a',
      'https://printer.local/a',
      'https://badges.tidewater.example:8443/a',
      'https://user:pass@badges.tidewater.example/a',
      'https://169.254.169.254/latest',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'not an address',
    ]) {
      const { fetch, asked } = fetchFrom({});
      const report = await verifyBadge({ url: address }, { fetch, now: NOW });
      expect(report.verdict).toBe('undecided');
      expect(asked).toEqual([]);
    }
  });

  it('not even where the badge points there for its class or issuer', async () => {
    for (const inner of ['https://192.168.0.1/class', 'https://router.lan/class', 'https://metadata.internal/class']) {
      const { fetch, asked } = fetchFrom(networkOf(v2({ assertion: { badge: inner } })));
      expect((await verifyBadge({ url: v2().address }, { fetch, now: NOW })).verdict).toBe('undecided');
      expect(asked).toEqual([v2().address]);
    }
  });

  it('at most seven times for one badge', async () => {
    const fixture = v2();
    const { fetch, asked } = fetchFrom(networkOf(fixture));
    await examine({ url: fixture.address }, { fetch, now: NOW });
    expect(asked).toEqual([fixture.address, GOOD_CLASS, GOOD_ISSUER]);
  });
});

describe('what is shown', () => {
  it('holds no direction tricks, no markup, no endless text, no strange addresses', async () => {
    const long = 'x'.repeat(400_000);
    const report = await judge(
      v2().address,
      {},
      networkOf(
        v2({
          assertion: {
            image: 'javascript:alert(1)',
            evidence: ['data:text/html,<script>', 'https://ok.example/e?email=a%40b.example', long],
          },
          badge: {
            name: `Pilot\u202E\u2066 gpj.exe\u0000 ${long}`,
            description: `<img src=x onerror=alert(1)>${'word '.repeat(50_000)}`,
            image: 'data:text/html;base64,PHNjcmlwdD4=',
            criteria: 'javascript:alert(1)',
            tags: Array.from({ length: 5_000 }, (_, index) => `tag ${index}`),
          },
          issuer: { name: 'Tide\u200Bwater\u202C', url: 'javascript:alert(1)' },
        }),
      ),
    );
    const badge = report.badge;
    expect(report.verdict).toBe('verified');
    expect(badge?.name).toHaveLength(300);
    expect(badge?.name).toMatch(/^Pilot gpj\.exe x+…$/);
    expect(badge?.description?.length).toBeLessThanOrEqual(5_000);
    expect(badge?.description).not.toMatch(/[<>]/);
    expect(badge?.image).toBeUndefined();
    expect(badge?.criteria).toBeUndefined();
    expect(badge?.evidence).toEqual(['https://ok.example/e']);
    expect(badge?.skills).toHaveLength(100);
    expect(badge?.issuer).toEqual({ id: GOOD_ISSUER, name: 'Tidewater' });
  });

  it('may be a picture in the class itself, of an image type only', async () => {
    const png = 'data:image/png;base64,iVBORw0KGgo=';
    const shown = async (image: unknown) =>
      (await judge(v2().address, {}, networkOf(v2({ badge: { image } })))).badge?.image;
    expect(await shown(png)).toBe(png);
    expect(await shown({ type: 'Image', id: png })).toBe(png);
    expect(await shown('data:image/png;base64,"><script>')).toBeUndefined();
    expect(await shown('http://pics.example/a.png')).toBe('https://pics.example/a.png');
    const assertion = await judge(
      v2().address,
      {},
      networkOf(v2({ assertion: { image: png }, badge: { image: 'https://pics.example/c.png' } })),
    );
    expect(assertion.badge?.image).toBe('https://pics.example/c.png');
    expect(assertion.checks.map((check) => check.id)).toContain('image');
  });
});
