/** `1EdTechRevocationList`: unsigned, so everything hangs on whose answer it is and on reading all of it. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../verify/fixtures/network.ts';
import { BADGE, badgeWith, judge, type Loose, told } from './lists.ts';

const ISSUER = 'did:web:issuer.example';
const PLACE = 'https://issuer.example/revocations';
const STATUS = { id: PLACE, type: '1EdTechRevocationList' };
const OK = ['pass status-ok'];
const UNREADABLE = ['unknown status-unreadable (issuer.example)'];

async function over(reply: Reply, badge: Loose = {}): Promise<string[]> {
  return told(await judge(badgeWith(STATUS, badge), ISSUER, { [PLACE]: reply }));
}
const listing = (...items: unknown[]): Reply => ({ json: { id: PLACE, issuer: ISSUER, revokedCredential: items } });

describe('a 1EdTech revocation list', () => {
  it('withdraws what it lists', async () => {
    expect(await over(listing())).toEqual(OK);
    expect(await over(listing({ id: 'https://issuer.example/badges/70' }))).toEqual(OK);
    expect(await over(listing({ id: 'https://issuer.example/badges/6' }, { id: BADGE }))).toEqual([
      'fail status-revoked',
    ]);
    expect(await over(listing({ id: BADGE, revoked: true, revocationReason: 'Not \u202Eearned' }))).toEqual([
      'fail status-revoked (Not earned)',
    ]);
  });

  it('tells the story of it', async () => {
    const judged = await judge(badgeWith(STATUS), ISSUER, { [PLACE]: listing({ id: BADGE }) });
    expect(judged.facts).toEqual([
      { type: '1EdTechRevocationList', purpose: 'revocation', list: PLACE, outcome: 'fail' },
    ]);
    expect(judged.asked).toEqual([PLACE]);
  });

  it('goes by either name that the standard has given its member, and by both', async () => {
    for (const name of ['revokedCredential', 'revokedCredentials']) {
      expect(await over({ json: { [name]: [] } })).toEqual(OK);
      expect(await over({ json: { [name]: [{ id: BADGE }] } })).toEqual(['fail status-revoked']);
    }
    const both = { revokedCredential: [], revokedCredentials: [{ id: BADGE }] };
    expect(await over({ json: both })).toEqual(['fail status-revoked']);
  });

  it('may hold one item without a list, and ids without objects', async () => {
    expect(await over({ json: { revokedCredential: { id: BADGE } } })).toEqual(['fail status-revoked']);
    expect(await over({ json: { revokedCredential: BADGE } })).toEqual(['fail status-revoked']);
    expect(await over(listing('urn:uuid:1', BADGE))).toEqual(['fail status-revoked']);
    expect(await over(listing('urn:uuid:1'))).toEqual(OK);
  });

  it('may take a withdrawal back, but only in plain words', async () => {
    for (const revoked of [false, 'false', ' False ']) expect(await over(listing({ id: BADGE, revoked }))).toEqual(OK);
    for (const revoked of [true, 'true', 'TRUE', null, undefined]) {
      expect(await over(listing({ id: BADGE, revoked }))).toEqual(['fail status-revoked']);
    }
    for (const revoked of [0, 1, '', 'no', [], {}, [false]]) {
      expect(await over(listing({ id: BADGE, revoked })), JSON.stringify(revoked)).toEqual(UNREADABLE);
    }
    // Listed twice: the one that withdraws counts, in whatever order.
    const pair = [{ id: BADGE, revoked: false }, { id: BADGE }];
    expect(await over(listing(...pair))).toEqual(['fail status-revoked']);
    expect(await over(listing(...pair.reverse()))).toEqual(['fail status-revoked']);
  });

  it('compares ids after percent-decoding and trimming', async () => {
    const id = 'https://issuer.example/badges/a b%2Fc';
    for (const written of [
      id,
      `  ${id}\n`,
      'https://issuer.example/badges/a%20b%2Fc',
      'https://issuer.example/badges/a b/c',
    ]) {
      expect(await over(listing({ id: written }), { id: ` ${id}` })).toEqual(['fail status-revoked']);
    }
    expect(await over(listing({ id: 'https://issuer.example/badges/A b/c' }), { id })).toEqual(OK);
    // What cannot be decoded is compared as it is.
    expect(await over(listing({ id: 'urn:x:%E0%A4%A' }), { id: 'urn:x:%E0%A4%A' })).toEqual(['fail status-revoked']);
  });

  it('with an item that cannot be read may list any badge', async () => {
    for (const item of [null, 5, {}, { id: 7 }, { id: '' }, { id: [BADGE] }, [], [[BADGE]], true, '']) {
      expect(await over(listing({ id: 'urn:uuid:1' }, item)), JSON.stringify(item)).toEqual(UNREADABLE);
      expect(await over(listing(item, { id: BADGE }))).toEqual(['fail status-revoked']);
    }
  });

  it('says nothing about a badge without an id', async () => {
    for (const id of [undefined, null, '', '  ', 5, ['x']]) expect(await over(listing(), { id })).toEqual(UNREADABLE);
  });

  it('is a list, and no other answer', async () => {
    const answers: unknown[] = [{}, [], null, 'x', { revokedCredential: null }, { revoked: [] }, { error: 'x' }];
    for (const json of answers) expect(await over({ json }), JSON.stringify(json)).toEqual(UNREADABLE);
    for (const body of ['', '<html>', '{"revokedCredential":[', '\u0000'])
      expect(await over({ body })).toEqual(UNREADABLE);
    expect(await over({ body: new Uint8Array([0x7b, 0xff]) })).toEqual(UNREADABLE);
  });

  it('is read to its end, however many badges an issuer withdrew', async () => {
    const items = Array.from({ length: 20_000 }, (_, index) => ({
      id: `https://issuer.example/badges/x${index}/0123456789`,
    }));
    const body = JSON.stringify({ revokedCredential: [...items, { id: BADGE }] });
    expect(body.length).toBeGreaterThan(1_048_576);
    expect(await over({ body })).toEqual(['fail status-revoked']);
    expect(await over({ body: ' '.repeat(5 * 1_048_576) })).toEqual(['unknown origin-too-large (issuer.example)']);
  });

  it('is the word of the host that the badge names, and of no other', async () => {
    expect(await over({ ...listing(), end: 'https://evil.example/revocations' })).toEqual([
      'unknown origin-redirected-away (evil.example)',
    ]);
    expect(await over({ ...listing({ id: BADGE }), end: 'https://evil.example/' })).toEqual([
      'unknown origin-redirected-away (evil.example)',
    ]);
    expect(await over({ ...listing(), end: 'https://www.issuer.example/revocations/' })).toEqual(OK);
  });

  it('that cannot be had leaves the badge open', async () => {
    const replies: [Reply, string][] = [
      [{ status: 404, json: { revokedCredential: [] } }, 'unknown origin-not-found (issuer.example)'],
      [{ status: 410, json: {} }, 'unknown origin-not-found (issuer.example)'],
      [{ status: 401, json: {} }, 'unknown origin-access-denied (401)'],
      [{ status: 500, json: { revokedCredential: [] } }, 'unknown origin-server-error (500)'],
      [{ broken: true }, 'unknown origin-network (issuer.example)'],
    ];
    for (const [reply, words] of replies) expect(await over(reply)).toEqual([words]);
    const busy = { status: 429, json: {}, headers: { 'retry-after': '60' } };
    const judged = await judge(badgeWith(STATUS), ISSUER, { [PLACE]: busy });
    expect(judged.checks.map(({ id, outcome, code }) => `${id} ${outcome} ${code}`)).toEqual([
      'status unknown origin-rate-limited',
    ]);
    expect(judged.retryAt).toBe(judged.checks[0]?.detail);
  });

  it('is asked over https at a public host, or not at all', async () => {
    for (const id of ['http://issuer.example/revocations', 'https://10.0.0.1/', 'https://issuer.local/']) {
      const judged = await judge(badgeWith({ ...STATUS, id }), ISSUER, {});
      expect(judged.checks.map(({ code }) => code)).toEqual(['origin-refused-address']);
      expect(judged.asked).toEqual([]);
    }
    for (const id of [undefined, '', 'urn:uuid:1', 'javascript:1', {}, [PLACE]]) {
      expect(told(await judge(badgeWith({ ...STATUS, id }), ISSUER, {}))).toEqual(['unknown status-unreadable']);
    }
  });
});
