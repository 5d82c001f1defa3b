/** What others say about a badge: judged by itself, told beside the badge, and never a part of its own answer. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Check, Report } from '../../../utils/badge/report.ts';
import { verifyBadge } from '../../../utils/verify/index.ts';
import type { BadgeSource } from '../../../utils/verify/types.ts';
import { checkSentence } from '../../../utils/words/check-sentence.ts';
import { badge, handKey, signByHand } from '../proofs/data-integrity/issuing.ts';
import { LOCALES, readMessages, translator } from '../words/translate.ts';
import { fetchFrom, type Network } from './fixtures/network.ts';
import { type Doc, NOW, networkOf, recipient, v2, v11 } from './fixtures/open-badges.ts';
import { CREDLY_ASSERTION, CREDLY_PAGE, credly } from './fixtures/platforms.ts';

const V2 = 'https://w3id.org/openbadges/v2';
const BADGE = v2().address;
const CLASS = 'https://badges.tidewater.example/classes/pilot';
const ISSUER = 'https://badges.tidewater.example/issuer';
const GUILD = 'https://guild.example/profile';
const AT = 'https://guild.example/endorsements/1';
const HOLDS = 'pass endorsement-ok Guild of Pilots (guild.example)';

function endorsement(change: Doc = {}): Doc {
  return {
    '@context': V2,
    type: 'Endorsement',
    id: AT,
    claim: { id: BADGE, endorsementComment: 'They teach well.' },
    issuer: GUILD,
    issuedOn: '2025-04-01T00:00:00Z',
    verification: { type: 'HostedBadge' },
    ...change,
  };
}

function guild(change: Doc = {}): Doc {
  return {
    '@context': V2,
    type: 'Profile',
    id: GUILD,
    name: 'Guild of Pilots',
    url: 'https://guild.example/',
    email: 'office@guild.example',
    ...change,
  };
}

/** What is told about endorsements: `outcome code detail`. */
function told({ checks }: { checks: readonly Check[] }): string[] {
  return checks
    .filter(({ code }) => code.startsWith('endorsement-'))
    .map(({ outcome, code, detail }) => [outcome, code, detail].filter((word) => word !== undefined).join(' '));
}

async function judge(source: BadgeSource, network: Network): Promise<Report & { requests: string[] }> {
  const { fetch, asked } = fetchFrom(network);
  return { ...(await verifyBadge(source, { fetch, now: NOW })), requests: asked };
}

/** A good badge that names AT as its endorsement, with these documents beside it. */
async function endorsed(network: Network, hangs: Parameters<typeof v2>[0] = { assertion: { endorsement: AT } }) {
  const report = await judge({ url: BADGE }, { ...networkOf(v2(hangs)), [GUILD]: { json: guild() }, ...network });
  // Whatever becomes of an endorsement, the badge's own answer stands.
  expect(report).toMatchObject({ verdict: 'verified', proof: 'hosted', tone: 'caution' });
  return report;
}

describe('a hosted endorsement', () => {
  it('holds: its own host says it, about this badge', async () => {
    const report = await endorsed({ [AT]: { json: endorsement() } });
    expect(told(report)).toEqual([HOLDS]);
    expect(report.asked).toEqual(['badges.tidewater.example', 'guild.example']);
  });

  it.each(LOCALES)('is shown in the words of %s, with the place that was proved', async (locale) => {
    const report = await endorsed({ [AT]: { json: endorsement() } });
    const t = translator(await readMessages(locale));
    const sentences = report.checks.map((check) => checkSentence(check, t));
    expect(sentences.filter((sentence) => sentence.includes('Guild of Pilots (guild.example)'))).toHaveLength(1);
  });

  it('may hang on the class or the issuer, stand embedded or in a list, and is about what it hangs on', async () => {
    const about = (id: string) => ({ [AT]: { json: endorsement({ claim: { id } }) } });
    const hanging: [Parameters<typeof v2>[0], string][] = [
      [{ badge: { endorsement: [AT] } }, CLASS],
      [{ issuer: { endorsement: { id: AT, type: 'Endorsement' } } }, ISSUER],
      [{ assertion: { endorsement: [endorsement({ issuer: 'https://evil.example/' })] } }, BADGE],
      [{ assertion: { endorsement: AT.replace('https:', 'http:') } }, BADGE.replace('https:', 'http:')],
    ];
    for (const [hangs, id] of hanging) {
      expect(told(await endorsed(about(id), hangs))).toEqual([HOLDS]);
      const elsewhere = await endorsed(about('https://badges.tidewater.example/assertions/8'), hangs);
      expect(told(elsewhere)).toEqual(['warn endorsement-void guild.example']);
    }
  });

  it('does not hold once it is withdrawn, over, not begun, or not written as one', async () => {
    const cases: Network[string][] = [
      { json: endorsement({ revoked: true }) },
      { json: { id: AT, revoked: true }, status: 404 },
      { status: 410, body: '' },
      { json: endorsement({ type: 'Assertion' }) },
      { json: endorsement({ id: undefined }) },
      { json: endorsement({ claim: 'They teach well.' }) },
      { json: endorsement({ verification: undefined }) },
      { json: endorsement({ verification: { type: 'SignedBadge' } }) },
    ];
    for (const reply of cases) {
      expect(told(await endorsed({ [AT]: reply })), JSON.stringify(reply)).toEqual([
        'warn endorsement-void guild.example',
      ]);
    }
    for (const dates of [{ expires: '2026-01-01T00:00:00Z' }, { issuedOn: '2027-01-01T00:00:00Z' }]) {
      const report = await endorsed({ [AT]: { json: endorsement(dates) } });
      expect(told(report)).toEqual(['warn endorsement-void Guild of Pilots (guild.example)']);
    }
  });

  it('is open while it cannot be read', async () => {
    const cases: Network[string][] = [
      { status: 404, json: {} },
      { status: 403, json: {} },
      { status: 500, body: '' },
      { status: 429, body: '' },
      { broken: true },
      { type: 'text/html', body: '<p>They teach well.</p>' },
      { json: endorsement({ issuer: 'urn:uuid:1' }) },
      { json: endorsement({ issuer: 'https://guild.example/nobody' }) },
    ];
    for (const reply of cases) {
      const report = await endorsed({ [AT]: reply });
      expect(told(report), JSON.stringify(reply)).toEqual(['warn endorsement-unproved guild.example']);
      expect(report.retryAt).toBeUndefined();
    }
    const unreadable = await endorsed(
      {},
      { assertion: { endorsement: { type: 'Endorsement', claim: { id: BADGE } } } },
    );
    expect(told(unreadable)).toEqual(['warn endorsement-unproved']);
  });

  it('hangs on what was proved and is in force, on a 2.0 badge: nobody else’s is asked for', async () => {
    const assertion = { endorsement: AT };
    const unasked: Network[] = [
      networkOf(v2({ assertion: { ...assertion, revoked: true } })),
      networkOf(v2({ assertion, issuer: { verification: { allowedOrigins: 'elsewhere.example' } } })),
      { ...networkOf(v2({ assertion })), [CLASS]: { broken: true } },
    ];
    for (const network of unasked) {
      const report = await judge({ url: BADGE }, network);
      expect(report.verdict).not.toBe('verified');
      expect(told(report)).toEqual([]);
      expect(report.requests).not.toContain(AT);
    }
    const old = await judge({ url: v11().address }, networkOf(v11({ assertion })));
    expect([old.verdict, told(old)]).toEqual(['verified', []]);
    const over = networkOf(v2({ assertion: { ...assertion, expires: '2026-01-01T00:00:00Z' } }));
    const expired = await judge({ url: BADGE }, { ...over, [AT]: { json: endorsement() }, [GUILD]: { json: guild() } });
    expect([expired.verdict, told(expired)]).toEqual(['expired', [HOLDS]]);
  });

  it('of a platform that is read alone is not asked for', async () => {
    const network = credly();
    const json = { ...(network[CREDLY_ASSERTION]?.json as Doc), endorsement: AT };
    const report = await judge({ url: CREDLY_PAGE }, { ...network, [CREDLY_ASSERTION]: { json } });
    expect(report).toMatchObject({ verdict: 'verified', tone: 'ok' });
    expect(told(report)).toEqual(['warn endorsement-unproved']);
    expect(report.requests).not.toContain(AT);
  });
});

describe('attacks with hosted endorsements', () => {
  const EVIL = 'https://evil.example/endorsements/1';

  it('one that is kept on another origin than its issuer’s', async () => {
    const forged = endorsement({ id: EVIL });
    const report = await endorsed({ [EVIL]: { json: forged } }, { assertion: { endorsement: EVIL } });
    // Told under the host that says so, not under the name it borrows.
    expect(told(report)).toEqual(['warn endorsement-void evil.example']);
  });

  it('a Profile inside the endorsement, or one that lets everybody speak, grants nothing', async () => {
    const embedded = endorsement({ id: EVIL, issuer: guild({ verification: { allowedOrigins: ['evil.example'] } }) });
    const report = await endorsed({ [EVIL]: { json: embedded } }, { assertion: { endorsement: EVIL } });
    expect(told(report)).toEqual(['warn endorsement-void evil.example']);
  });

  it('a genuine one, copied to another address', async () => {
    const copied = await endorsed({ [EVIL]: { json: endorsement() } }, { assertion: { endorsement: EVIL } });
    expect(told(copied)).toEqual(['warn endorsement-unproved evil.example']);
  });

  it('a genuine one, led to by a redirect from another host', async () => {
    const report = await endorsed({ [EVIL]: { json: endorsement(), end: AT } }, { assertion: { endorsement: EVIL } });
    expect(told(report)).toEqual(['warn endorsement-unproved evil.example']);
  });

  it('a genuine one of another badge', async () => {
    const other = endorsement({ claim: { id: 'https://badges.elsewhere.example/assertions/1' } });
    expect(told(await endorsed({ [AT]: { json: other } }))).toEqual(['warn endorsement-void guild.example']);
  });

  it('a genuine one of a neighbour’s class, on a class that calls itself by the neighbour’s id', async () => {
    const evil = 'https://badges.tidewater.example/classes/evil';
    const network = {
      ...networkOf(v2({ assertion: { badge: evil } })),
      [evil]: { json: { ...v2().documents[CLASS], endorsement: AT } },
      [AT]: { json: endorsement({ claim: { id: CLASS } }) },
      [GUILD]: { json: guild() },
    };
    const report = await judge({ url: BADGE }, network);
    expect(report.verdict).toBe('verified');
    expect(told(report)).toEqual(['warn endorsement-void guild.example']);
  });

  it('a known name on a foreign host is never confirmed', async () => {
    for (const name of ['Microsoft', 'Microsоft', 'Harvard University', 'Google']) {
      const report = await endorsed({ [AT]: { json: endorsement() }, [GUILD]: { json: guild({ name }) } });
      expect(told(report)).toEqual([`warn endorsement-unproved ${name} (guild.example)`]);
    }
  });

  it('a name that fills the sentence, or that looks like a place, does not hide the place', async () => {
    const name = `Microsoft (microsoft.com) ${'of the whole wide world '.repeat(20)}`;
    const host = `${'microsoft.com.'.repeat(8)}evil.example`;
    const [at, profile] = [`https://${host}/e`, `https://${host}/p`];
    const network = {
      [at]: { json: endorsement({ id: at, issuer: profile }) },
      [profile]: { json: guild({ id: profile, name, url: `https://${host}/` }) },
    };
    const report = await endorsed(network, { assertion: { endorsement: at } });
    const check = report.checks.find(({ code }) => code === 'endorsement-ok');
    expect(check?.detail).toMatch(/^.{1,60} \(….{0,48}\.evil\.example\)$/);
    const sentence = checkSentence(check as Check, translator(await readMessages('en')));
    expect(sentence).toContain('.evil.example)');
  });

  it('a thousand: five are asked for, and that there are more is told', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => `https://h${n}.example/e`);
    const report = await endorsed({}, { assertion: { endorsement: many } });
    expect(told(report)).toEqual([
      ...many.slice(0, 5).map((address) => `warn endorsement-unproved ${new URL(address).host}`),
      'warn endorsement-unproved',
    ]);
    expect(report.requests).toHaveLength(3 + 5);
  });

  it('a thousand times the same one is one', async () => {
    const hangs = { assertion: { endorsement: Array(1_000).fill(AT) } };
    const report = await endorsed({ [AT]: { json: endorsement() } }, hangs);
    expect(told(report)).toEqual([HOLDS]);
    expect(report.requests).toHaveLength(3 + 2);
  });

  it('round in a circle: an endorsement of the endorsement, of its endorser, and by itself', async () => {
    const network = {
      [AT]: { json: endorsement({ endorsement: [AT, BADGE, 'https://more.example/e'] }) },
      [GUILD]: { json: guild({ endorsement: [AT, 'https://more.example/e'] }) },
    };
    const report = await endorsed(network, { assertion: { endorsement: [AT, BADGE] } });
    expect(told(report)).toEqual([HOLDS, 'warn endorsement-void badges.tidewater.example']);
    expect(report.requests).toHaveLength(3 + 2);
    const itself = await endorsed({ [AT]: { json: endorsement({ issuer: AT }) } });
    expect(told(itself)).toHaveLength(1);
    expect(told(itself)[0]).not.toContain('endorsement-ok');
  });

  it('endorsers that send us on and on use up what is left, and the badge stands', async () => {
    const five = [1, 2, 3, 4, 5].map((n) => `https://h${n}.example/e`);
    const network = Object.fromEntries(
      five.flatMap((at, n) => {
        const host = new URL(at).origin;
        return [
          [at, { json: endorsement({ id: at, issuer: `${host}/p` }) }],
          [`${host}/p`, { json: guild({ id: `https://next${n}.example/p` }) }],
          [`https://next${n}.example/p`, { json: guild({ id: `https://next${n}.example/p` }) }],
        ];
      }),
    );
    const report = await endorsed(network, { assertion: { endorsement: five } });
    expect(report.requests.length).toBeLessThanOrEqual(16);
    expect(told(report).some((words) => words.startsWith('pass'))).toBe(false);
  });

  it('addresses inside the reader’s network are not asked', async () => {
    const inside = [
      'https://192.168.0.1/e',
      'https://localhost/e',
      'https://router.local/e',
      'https://a.example:8443/e',
    ];
    const report = await endorsed({}, { assertion: { endorsement: inside } });
    expect(report.requests).toHaveLength(3);
    expect(told(report).every((words) => words.startsWith('warn endorsement-unproved'))).toBe(true);
  });
});

interface Signer {
  privateKey: KeyObject;
  pem: string;
}

function makeSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

function jws(payload: Doc, { privateKey }: Signer): string {
  const part = (value: Doc) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256' })}.${part(payload)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

describe('a signed endorsement', () => {
  const key = makeSigner();
  const KEY = 'https://guild.example/key';
  const signedGuild = (change: Doc = {}) => ({
    json: guild({ publicKey: { id: KEY, owner: GUILD, publicKeyPem: key.pem }, ...change }),
  });
  const payload = (change: Doc = {}) =>
    endorsement({ id: 'urn:uuid:endorsement-1', verification: { type: 'SignedBadge', creator: KEY }, ...change });
  const hung = (compact: string, network: Network = {}) =>
    endorsed({ [GUILD]: signedGuild(), ...network }, { assertion: { endorsement: compact } });

  it('holds under a key that its issuer’s Profile lists, in place or at an address', async () => {
    expect(told(await hung(jws(payload(), key)))).toEqual([HOLDS]);
    const hosted = { [GUILD]: signedGuild(), [AT]: { type: 'text/plain', body: jws(payload(), key) } };
    expect(told(await endorsed(hosted))).toEqual([HOLDS]);
  });

  it('does not hold with another key, another text, another claim, or once withdrawn', async () => {
    const good = jws(payload(), key);
    const [head = '', body = '', end = ''] = good.split('.');
    const other = Buffer.from(JSON.stringify(payload({ issuedOn: '2025-05-01T00:00:00Z' }))).toString('base64url');
    const anybodys = 'warn endorsement-void';
    expect(told(await hung(jws(payload(), makeSigner())))).toEqual([anybodys]);
    expect(told(await hung(`${head}.${other}.${end}`))).toEqual([anybodys]);
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(told(await hung(`${none}.${body}.${end}`))).toEqual([anybodys]);
    expect(told(await hung(jws(payload({ claim: { id: CLASS } }), key)))).toEqual([anybodys]);
    expect(told(await hung(jws(payload({ verification: { type: 'HostedBadge' } }), key)))).toEqual([anybodys]);
    const LIST = 'https://guild.example/revoked';
    const withdrawn = await hung(good, {
      [GUILD]: signedGuild({ revocationList: LIST }),
      [LIST]: {
        json: { '@context': V2, type: 'RevocationList', id: LIST, revokedAssertions: ['urn:uuid:endorsement-1'] },
      },
    });
    expect(told(withdrawn)).toEqual(['warn endorsement-void Guild of Pilots (guild.example)']);
  });

  it('is open without the Profile, its keys or its list', async () => {
    const good = jws(payload(), key);
    expect(told(await hung(good, { [GUILD]: { broken: true } }))).toEqual(['warn endorsement-unproved']);
    expect(told(await hung(good, { [GUILD]: { json: guild() } }))).toEqual(['warn endorsement-unproved']);
    const listless = { [GUILD]: signedGuild({ revocationList: 'https://guild.example/revoked' }) };
    expect(told(await hung(good, listless))).toEqual(['warn endorsement-unproved Guild of Pilots (guild.example)']);
  });

  describe('on a signed badge', () => {
    const school = makeSigner();
    const issuer = { publicKey: { id: `${ISSUER}#key`, owner: ISSUER, publicKeyPem: school.pem } };
    const assertion = (change: Doc): Doc => ({
      '@context': V2,
      type: 'Assertion',
      id: BADGE,
      recipient: recipient(),
      badge: CLASS,
      verification: { type: 'SignedBadge', creator: `${ISSUER}#key` },
      issuedOn: '2025-03-01T09:00:00Z',
      endorsement: AT,
      ...change,
    });
    const judged = async (change: Doc, by: Signer, about: string) => {
      const network = {
        ...networkOf(v2({ issuer })),
        [AT]: { json: endorsement({ claim: { id: about } }) },
        [GUILD]: { json: guild() },
      };
      return judge({ text: jws(assertion(change), by) }, network);
    };

    it('holds for an assertion whose address is its issuer’s', async () => {
      const report = await judged({}, school, BADGE);
      expect([report.verdict, report.proof, told(report)]).toEqual(['verified', 'signed', [HOLDS]]);
    });

    it('an issuer who signs under the name of another’s badge gets none of its praise', async () => {
      for (const id of ['https://badges.famous.example/assertions/1', 'urn:uuid:famous']) {
        const report = await judged({ id }, school, id);
        expect([report.verdict, told(report)]).toEqual(['verified', ['warn endorsement-unproved']]);
        expect(report.requests).not.toContain(AT);
      }
    });

    it('what hangs on a badge with a bad signature is not asked for', async () => {
      const report = await judged({}, makeSigner(), BADGE);
      expect([report.verdict, told(report)]).toEqual(['invalid', []]);
      expect(report.requests).not.toContain(AT);
    });
  });
});

describe('an endorsement of a 3.0 badge', () => {
  const school = handKey();
  const inner = (did: string, change: Doc = {}): Doc => ({
    ...badge(did),
    id: 'urn:uuid:endorsement',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement',
    issuer: { id: did, type: ['Profile'], name: 'Guild of Pilots' },
    credentialStatus: undefined,
    credentialSubject: { id: badge('').id, type: ['EndorsementSubject'], endorsementComment: 'A good school.' },
    ...change,
  });
  const plain = (document: Doc): Doc => JSON.parse(JSON.stringify(document)) as Doc;
  const judged = async (part: Doc) => {
    const document = plain({ ...badge(school.did), credentialStatus: undefined, endorsement: [part] });
    const report = await judge({ text: JSON.stringify(await signByHand(document, school)) }, {});
    expect(report.verdict, JSON.stringify(report.checks)).toBe('verified');
    return told(report);
  };

  it('is told by the same three answers', async () => {
    const guildKey = handKey();
    const sealed = (change: Doc = {}) => signByHand(plain(inner(guildKey.did, change)), guildKey);
    const who = expect.stringMatching(/^pass endorsement-ok Guild of Pilots \(did:key:.{10,42}…?\)$/);
    expect(await judged(await sealed())).toEqual([who]);
    const [other] = await judged(
      await sealed({ credentialSubject: { id: 'urn:uuid:another', type: ['EndorsementSubject'] } }),
    );
    expect(other).toMatch(/^warn endorsement-void/);
    const [over] = await judged(await sealed({ validUntil: '2026-02-01T00:00:00Z' }));
    expect(over).toMatch(/^warn endorsement-void/);
    const [altered] = await judged({ ...(await sealed()), validFrom: '2026-01-11T00:00:00Z' });
    expect(altered).toMatch(/^warn endorsement-void/);
    const [unread] = await judged(await sealed({ credentialStatus: badge('').credentialStatus }));
    expect(unread).toMatch(/^warn endorsement-unproved/);
  });

  it('under a known name is never confirmed', async () => {
    const key = handKey();
    const issuer = { id: key.did, type: ['Profile'], name: 'Microsoft' };
    const [words] = await judged(await signByHand(plain(inner(key.did, { issuer })), key));
    expect(words).toMatch(/^warn endorsement-unproved Microsoft \(did:key:/);
  });
});
