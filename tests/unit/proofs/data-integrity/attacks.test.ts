/** What somebody tries who holds a genuine badge, or none (reference/STANDARDS.md, section 9, and some more). */
import { base58, base64urlnopad } from '@scure/base';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  badge,
  counts,
  type Document,
  type HandKey,
  handKey,
  type Issuer,
  issue,
  judge,
  judgeOne,
  makeIssuer,
  OB,
  signByHand,
  told,
  V2,
} from './issuing.ts';

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

const hand = handKey();
let issuer: Issuer;
let signed: Document;

beforeAll(async () => {
  issuer = await makeIssuer('Ed25519');
  signed = await issue('eddsa-rdfc-2022', issuer);
});

const altered = (changes: Document, document = signed): Document =>
  JSON.parse(JSON.stringify({ ...document, ...changes }));
const subjectWith = (changes: Document): Document => ({ ...(signed.credentialSubject as Document), ...changes });
const contexts = () => signed['@context'] as unknown[];

async function expectAgainst(document: Document, ...expected: string[]): Promise<void> {
  const judged = await judgeOne(document, issuer.did);
  expect(counts(judged)).toBe(false);
  expect(told(judged)).toEqual([...expected, 'key pass key-ok']);
}

describe('12: members that nothing signs', () => {
  it('refuses a word that no context defines', async () => {
    await expectAgainst(altered({ honours: 'cum laude' }), 'format fail format-unknown-terms');
    const judged = await judgeOne(altered({ credentialSubject: subjectWith({ honours: 'cum laude' }) }), issuer.did);
    expect(judged.checks[0]).toEqual({
      id: 'format',
      outcome: 'fail',
      code: 'format-unknown-terms',
      detail: 'honours',
    });
  });

  it('refuses a type that no context defines', async () => {
    const type = ['VerifiableCredential', 'OpenBadgeCredential', 'RoyalWarrant'];
    const judged = await judgeOne(altered({ type }), issuer.did);
    expect(judged.checks[0]).toEqual({
      id: 'format',
      outcome: 'fail',
      code: 'format-unknown-terms',
      detail: 'RoyalWarrant',
    });
  });

  it('refuses a relative id, which stands for nothing', async () => {
    const achievement = { ...((signed.credentialSubject as Document).achievement as Document), id: 'pilot' };
    await expectAgainst(altered({ credentialSubject: subjectWith({ achievement }) }), 'format fail format-bad-value');
  });

  it('refuses a word that a context of the badge’s own defines as nothing', async () => {
    const document = altered({ '@context': [...contexts(), { honours: null }], honours: 'cum laude' });
    await expectAgainst(document, 'format fail format-unknown-terms');
  });

  it('refuses a word in the proof that no context defines', async () => {
    const judged = await judgeOne(altered({ proof: { ...(signed.proof as Document), note: 'x' } }), issuer.did);
    expect(told(judged)[0]).toBe('format fail format-unknown-terms');
  });
});

describe('13: words renamed, so that the signature fits and the reader sees something else', () => {
  it('refuses a context of the badge’s own that renames a known word', async () => {
    const { name, ...rest } = signed;
    const context = [...contexts(), { heading: 'https://schema.org/name' }];
    const document = { ...rest, heading: name, '@context': context };
    await expectAgainst(document, 'signature pass signature-ok', 'format fail format-inline-context');
  });

  it('also by way of a prefix, or of the word itself', async () => {
    const { name, ...rest } = signed;
    for (const context of [{ s: 'https://schema.org/', heading: 's:name' }, { heading: 'name' }]) {
      const document = { ...rest, heading: name, '@context': [...contexts(), context] };
      await expectAgainst(document, 'signature pass signature-ok', 'format fail format-inline-context');
    }
  });

  it('leaves the question open where such a context does nothing that is known', async () => {
    const document = altered({ '@context': [...contexts(), { honours: 'https://words.example/honours' }] });
    await expectAgainst(document, 'signature pass signature-ok', 'format unknown format-inline-context');
  });

  it('sees such a context anywhere', async () => {
    const { name, ...achievement } = (signed.credentialSubject as Document).achievement as Document;
    const inner = { ...achievement, '@context': { heading: 'https://schema.org/name' }, heading: name };
    await expectAgainst(
      altered({ credentialSubject: subjectWith({ achievement: inner }) }),
      'signature pass signature-ok',
      'format fail format-inline-context',
    );
  });

  it('does not let one import another, nor alters it by trying', async () => {
    const context = { '@import': OB, heading: 'https://schema.org/name' };
    const document = { ...signed, '@context': [...contexts(), context] };
    await expectAgainst(document, 'format unknown format-unknown-context');
    expect(context).toEqual({ '@import': OB, heading: 'https://schema.org/name' });
  });

  it('refuses a badge that begins with another context than the data model’s', async () => {
    for (const context of [[OB, V2], [{ name: 'https://schema.org/name' }, V2, OB], OB, [], null, 7]) {
      const judged = await judgeOne(altered({ '@context': context }), issuer.did);
      expect(judged.holds).toBe(false);
      expect(judged.checks[0]?.outcome).toBe('fail');
    }
    const { '@context': _, ...none } = signed;
    await expectAgainst(none, 'format fail format-missing-member');
  });
});

describe('14: a vocabulary for everything', () => {
  it('does not make an added word signed', async () => {
    const context = [...contexts(), { '@vocab': 'https://evil.example/#' }];
    await expectAgainst(altered({ '@context': context, honours: 'cum laude' }), 'signature fail signature-bad');
  });

  it('leaves the question open where it does nothing', async () => {
    const context = [...contexts(), { '@vocab': 'https://evil.example/#' }];
    await expectAgainst(
      altered({ '@context': context }),
      'signature pass signature-ok',
      'format unknown format-inline-context',
    );
  });
});

describe('signed statements put where nobody looks', () => {
  const twofold = ['signature pass signature-ok', 'format unknown format-two-readings'];

  it('under its whole address: an end', async () => {
    const { validUntil, ...rest } = signed;
    const hidden = { [`${CREDENTIALS}validUntil`]: { '@type': `${XSD}dateTime`, '@value': validUntil } };
    await expectAgainst({ ...rest, ...hidden }, ...twofold);
  });

  it('under its whole address: a status', async () => {
    const { credentialStatus, ...rest } = signed;
    await expectAgainst({ ...rest, [`${CREDENTIALS}credentialStatus`]: credentialStatus }, ...twofold);
  });

  it('included, or in a graph', async () => {
    const { credentialStatus, ...rest } = signed;
    const part = { id: signed.id, type: 'VerifiableCredential', credentialStatus };
    await expectAgainst({ ...rest, '@included': [part] }, ...twofold);
    const judged = await judgeOne(
      { '@context': signed['@context'], '@graph': [rest, part], proof: signed.proof },
      issuer.did,
    );
    expect(counts(judged)).toBe(false);
  });

  it('turned round', async () => {
    const { credentialStatus, ...rest } = signed;
    const back = {
      ...(credentialStatus as Document),
      '@reverse': { [`${CREDENTIALS}credentialStatus`]: { id: signed.id } },
    };
    await expectAgainst({ ...rest, '@included': [back] }, ...twofold);
  });

  it('in a nest', async () => {
    const { validUntil, ...rest } = signed;
    await expectAgainst({ ...rest, '@nest': { validUntil } }, ...twofold);
  });

  it('in a second object with the badge’s own id', async () => {
    // An endorsement names the badge as what it endorses: a place, signed, for more about the badge.
    const endorsement = {
      '@context': [V2, OB],
      id: 'urn:uuid:endorsement',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: 'https://guild.example/', type: ['Profile'], name: 'Guild' },
      validFrom: '2026-01-11T00:00:00Z',
      credentialSubject: { id: badge('').id, type: ['EndorsementSubject'], endorsementComment: 'A good school.' },
    };
    const document = await signByHand(badge(hand.did, { endorsement: [endorsement] }), hand);
    expect(counts(await judgeOne(document, hand.did))).toBe(true);
    for (const [name, filler] of [
      ['credentialStatus', undefined],
      ['credentialStatus', [null]],
      ['credentialStatus', [[]]],
      ['validUntil', undefined],
    ] as const) {
      const subject = {
        ...endorsement.credentialSubject,
        type: ['EndorsementSubject', 'VerifiableCredential'],
        [name]: document[name],
      };
      const moved = { ...document, [name]: filler, endorsement: [{ ...endorsement, credentialSubject: subject }] };
      const judged = await judgeOne(JSON.parse(JSON.stringify(moved)), hand.did);
      expect(told(judged)).toEqual([...twofold, 'key pass key-ok']);
      expect(judged.checks[1]?.detail).toBe(name);
    }
  });

  it('with the one that is shown told twice in its place', async () => {
    const entry = (index: string) => ({
      id: `https://harbour.example/status/3#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: index,
      statusListCredential: 'https://harbour.example/status/3',
    });
    const endorsement = {
      id: 'urn:uuid:endorsement',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: 'https://guild.example/',
      validFrom: '2026-01-11T00:00:00Z',
      credentialSubject: { id: badge('').id, type: ['EndorsementSubject'] },
    };
    const whole = badge(hand.did, { credentialStatus: [entry('1'), entry('2')], endorsement: [endorsement] });
    const document = await signByHand(whole, hand);
    expect(counts(await judgeOne(document, hand.did))).toBe(true);
    const subject = {
      ...endorsement.credentialSubject,
      type: ['EndorsementSubject', 'VerifiableCredential'],
      credentialStatus: entry('2'),
    };
    for (const twice of [{ id: entry('1').id }, entry('1')]) {
      const moved = {
        ...document,
        credentialStatus: [entry('1'), twice],
        endorsement: [{ ...endorsement, credentialSubject: subject }],
      };
      const judged = await judgeOne(moved, hand.did);
      expect(told(judged)).toEqual([...twofold, 'key pass key-ok']);
    }
  });

  it('under a local name, where the badge has no id of its own', async () => {
    const { id: _, ...nameless } = badge(hand.did);
    const document = await signByHand(nameless, hand);
    expect(counts(await judgeOne(document, hand.did))).toBe(true);
    const { credentialStatus, ...rest } = document;
    const part = { id: '_:me', type: ['VerifiableCredential'], credentialStatus };
    const judged = await judgeOne({ ...rest, id: '_:me', '@included': [part] }, hand.did);
    expect(told(judged)).toEqual([...twofold, 'key pass key-ok']);
    expect(told(await judgeOne({ ...document, id: '_:me' }, hand.did))).toEqual([...twofold, 'key pass key-ok']);
  });

  it('the holder’s name, moved out of the holder', async () => {
    const subject: Document = { ...(badge(hand.did).credentialSubject as Document), name: 'Asha Rao' };
    const creator = { id: 'did:example:asha', type: ['Profile'] };
    const achievement = { ...(subject.achievement as Document), creator };
    const document = await signByHand(badge(hand.did, { credentialSubject: { ...subject, achievement } }), hand);
    expect(counts(await judgeOne(document, hand.did))).toBe(true);
    const { name, ...anonymous } = subject;
    const moved = { ...anonymous, achievement: { ...achievement, creator: { ...creator, name } } };
    const judged = await judgeOne({ ...document, credentialSubject: moved }, hand.did);
    expect(told(judged)).toEqual([...twofold, 'key pass key-ok']);
  });

  it('but a badge that somebody issued to himself may name him as issuer only', async () => {
    const self = badge(hand.did, { issuer: { id: hand.did, type: ['Profile'], name: 'Asha Rao' } });
    const subject = { ...(self.credentialSubject as Document), id: hand.did };
    const document = await signByHand({ ...self, credentialSubject: subject }, hand);
    expect(counts(await judgeOne(document, hand.did))).toBe(true);
  });

  it('the end of the proof itself', async () => {
    const expires = '2026-02-01T00:00:00Z';
    const document = await signByHand(badge(hand.did), hand, { expires });
    const { expires: _, ...proof } = document.proof as Document;
    const address = 'https://w3id.org/security#expiration';
    const hidden = { ...proof, [address]: { '@type': `${XSD}dateTime`, '@value': expires } };
    const judged = await judgeOne({ ...document, proof: hidden }, hand.did);
    expect(told(judged)).toEqual([...twofold, 'key pass key-ok']);
  });
});

describe('23: signatures in another form', () => {
  const value = (bytes: Uint8Array) => `z${base58.encode(bytes)}`;
  const withValue = (document: Document, proofValue: unknown): Document => ({
    ...document,
    proof: { ...(document.proof as Document), proofValue },
  });
  const bytesOf = (document: Document) => base58.decode(String((document.proof as Document).proofValue).slice(1));

  it('refuses whatever is not base58btc of the exact length', async () => {
    const bytes = bytesOf(signed);
    const values: unknown[] = [
      `u${base64urlnopad.encode(bytes)}`,
      `f${Buffer.from(bytes).toString('hex')}`,
      base58.encode(bytes),
      value(bytes.subarray(1)),
      value(new Uint8Array([...bytes, 0])),
      value(new Uint8Array([0, ...bytes])),
      `z1${base58.encode(bytes)}`,
      `z ${base58.encode(bytes)}`,
      `z${base58.encode(bytes)}\n`,
      'z',
      '',
      'z0OIl',
      `z${'1'.repeat(100_000)}`,
      null,
      64,
      [value(bytes)],
      { '@value': value(bytes) },
    ];
    for (const proofValue of values) {
      const judged = await judgeOne(withValue(signed, proofValue), issuer.did);
      expect(told(judged), String(proofValue)).toEqual(['signature fail signature-malformed']);
      expect(judged.checks[0]?.detail).toBe('proofValue');
    }
  });

  it.each(['P-256', 'P-384'] as const)('refuses DER, zeros and the other curve’s length for %s', async (kind) => {
    const ecdsa = await makeIssuer(kind);
    const document = await issue('ecdsa-rdfc-2019', ecdsa);
    const half = bytesOf(document).length / 2;
    const r = bytesOf(document).subarray(0, half);
    const s = bytesOf(document).subarray(half);
    const integer = (bytes: Uint8Array) => [2, bytes.length + 1, 0, ...bytes];
    const der = [...integer(r), ...integer(s)];
    const zeros = new Uint8Array(half);
    const other = half === 32 ? 48 : 32;
    for (const bytes of [
      [0x30, der.length, ...der],
      [...zeros, ...s],
      [...r, ...zeros],
      [...zeros, ...zeros],
      [...s, ...r],
      [...new Uint8Array(other).fill(1), ...new Uint8Array(other).fill(1)],
    ]) {
      const judged = await judgeOne(withValue(document, value(new Uint8Array(bytes))), ecdsa.did);
      expect(judged.holds).toBe(false);
      expect(judged.checks[0]?.outcome).toBe('fail');
    }
  });
});

describe('24, 25: proofs that do not count', () => {
  it('refuses another purpose, before anything is looked up', async () => {
    for (const purpose of [
      'authentication',
      'keyAgreement',
      undefined,
      null,
      ['assertionMethod'],
      { id: 'assertionMethod' },
    ]) {
      const judged = await judgeOne(
        altered({ proof: { ...(signed.proof as Document), proofPurpose: purpose } }),
        issuer.did,
      );
      expect(told(judged)).toEqual(['signature fail signature-purpose']);
      expect(counts(judged)).toBe(false);
    }
  });

  it('sees the end of a proof, with offsets, and five minutes of clocks', async () => {
    const expires = '2026-11-23T02:00:00+02:00';
    const document = await signByHand(badge(hand.did), hand, { expires });
    const at = (now: string) => judgeOne(document, hand.did, { now: new Date(now) });
    expect(counts(await at('2026-11-23T00:04:59Z'))).toBe(true);
    const late = await at('2026-11-23T00:05:00Z');
    expect(told(late)).toEqual(['signature pass signature-ok', 'dates fail dates-proof-expired', 'key pass key-ok']);
    expect(late.checks[1]?.detail).toBe('2026-11-23T00:00:00.000Z');
    expect(counts(late)).toBe(false);
  });

  it('sees a proof that was made tomorrow', async () => {
    const document = await signByHand(badge(hand.did), hand, { created: '2026-11-24T00:00:00Z' });
    const at = (now: string) => judgeOne(document, hand.did, { now: new Date(now) });
    expect(told(await at('2026-11-23T00:00:00Z'))).toContain('dates fail dates-not-yet-valid');
    expect(counts(await at('2026-11-23T23:56:00Z'))).toBe(true);
  });

  it('leaves the question open where a date cannot be read', async () => {
    for (const dates of [{ created: 'yesterday' }, { expires: 'never' }, { expires: 17 }]) {
      const judged = await judgeOne(await signByHand(badge(hand.did), hand, dates), hand.did);
      expect(told(judged)).toContain('dates unknown dates-unreadable');
      expect(counts(judged)).toBe(false);
    }
  });

  it('names a suite or type that it does not know', async () => {
    for (const [proof, name] of [
      [{ cryptosuite: 'bbs-2023' }, 'bbs-2023'],
      [{ cryptosuite: 'toString' }, 'toString'],
      [{ type: 'JsonWebSignature2020' }, 'JsonWebSignature2020'],
      [{ type: 'Ed25519Signature2020x' }, 'Ed25519Signature2020x'],
      [{ type: 'eddsa-rdfc-2022' }, 'eddsa-rdfc-2022'],
      [{ cryptosuite: 'Ed25519Signature2020' }, 'Ed25519Signature2020'],
    ] as const) {
      const judged = await judgeOne(altered({ proof: { ...(signed.proof as Document), ...proof } }), issuer.did);
      expect(judged.checks).toEqual([
        { id: 'signature', outcome: 'unknown', code: 'signature-unsupported', detail: name },
      ]);
      expect(judged.fact).toMatchObject({ suite: name, outcome: 'unknown' });
    }
  });

  it('refuses a proof without its parts', async () => {
    const { proof } = signed as { proof: Document };
    for (const broken of [
      {},
      [],
      'proof',
      7,
      { ...proof, type: undefined },
      { ...proof, cryptosuite: undefined },
      { ...proof, cryptosuite: 3 },
      { ...proof, verificationMethod: undefined },
      { ...proof, verificationMethod: 5 },
      { ...proof, previousProof: 5 },
    ]) {
      const judged = await judge(altered({ proof: [broken] }), issuer.did);
      expect(judged).toHaveLength(1);
      expect(judged[0]?.checks[0]).toMatchObject({ id: 'signature', outcome: 'fail', code: 'signature-malformed' });
    }
  });

  it('has nothing to say where there is no proof', async () => {
    const { proof: _, ...unsigned } = signed;
    for (const document of [unsigned, { ...unsigned, proof: null }, { ...unsigned, proof: [] }]) {
      expect(await judge(document, issuer.did)).toEqual([]);
    }
  });
});

describe('26: credentials inside', () => {
  it('a good envelope does not make what is inside good', async () => {
    const guild = handKey();
    const inner = await signByHand(
      {
        '@context': [V2, OB],
        id: 'urn:uuid:endorsement',
        type: ['VerifiableCredential', 'EndorsementCredential'],
        issuer: { id: guild.did, type: ['Profile'] },
        validFrom: '2026-01-11T00:00:00Z',
        credentialSubject: {
          id: 'https://harbour.example/',
          type: ['EndorsementSubject'],
          endorsementComment: 'Poor.',
        },
      },
      guild,
    );
    expect(counts(await judgeOne(inner, guild.did))).toBe(true);
    const praise = { ...(inner.credentialSubject as Document), endorsementComment: 'Excellent.' };
    const tampered = { ...inner, credentialSubject: praise };
    const document = await signByHand(badge(hand.did, { endorsement: [tampered] }), hand);
    expect(counts(await judgeOne(document, hand.did))).toBe(true);
    const endorsement = (document.endorsement as Document[])[0] ?? {};
    expect(told(await judgeOne(endorsement, guild.did))).toEqual(['signature fail signature-bad', 'key pass key-ok']);
  });
});

describe('several proofs', () => {
  const second = handKey();
  const proofOf = async (key: HandKey, more: Document = {}, document = badge(hand.did)) =>
    (await signByHand(document, key, more)).proof as Document;

  it('are each judged for themselves', async () => {
    const [good, others] = await Promise.all([proofOf(hand), proofOf(second)]);
    const bad = { ...good, proofValue: others.proofValue };
    const judged = await judge({ ...badge(hand.did), proof: [bad, good, others] }, hand.did);
    expect(judged.map(counts)).toEqual([false, true, false]);
    expect(judged.map(({ holds }) => holds)).toEqual([false, true, true]);
  });

  it('are looked at up to eight', async () => {
    const good = await proofOf(hand);
    const judged = await judge({ ...badge(hand.did), proof: Array.from({ length: 500 }, () => good) }, hand.did);
    expect(judged).toHaveLength(9);
    expect(judged.slice(0, 8).every(counts)).toBe(true);
    expect(judged[8]?.checks).toEqual([{ id: 'format', outcome: 'unknown', code: 'format-too-many-parts' }]);
    expect(counts(judged[8] as never)).toBe(false);
  });

  it('may cover earlier ones', async () => {
    const first = await proofOf(second, { id: 'urn:uuid:first' });
    const previousProof = 'urn:uuid:first';
    const later = await proofOf(hand, { previousProof }, { ...badge(hand.did), proof: [first] });
    const chain = { ...badge(hand.did), proof: [first, later] };
    expect((await judge(chain, hand.did)).map(counts)).toEqual([false, true]);
    const alone = await judgeOne({ ...badge(hand.did), proof: later }, hand.did);
    expect(told(alone)).toEqual(['signature fail signature-malformed', 'key pass key-ok']);
    const twice = await judge({ ...badge(hand.did), proof: [first, first, later] }, hand.did);
    expect(counts(twice[2] as never)).toBe(false);
    const changed = { ...first, created: '2026-01-16T09:00:00Z' };
    const judged = await judge({ ...badge(hand.did), proof: [changed, later] }, hand.did);
    expect(judged.map(({ holds }) => holds)).toEqual([false, false]);
  });

  it('may name each other in a circle, which leads nowhere', async () => {
    const one = await proofOf(hand, { id: 'urn:uuid:1', previousProof: 'urn:uuid:2' });
    const two = await proofOf(hand, { id: 'urn:uuid:2', previousProof: ['urn:uuid:1', 'urn:uuid:2'] });
    const judged = await judge({ ...badge(hand.did), proof: [one, two] }, hand.did);
    expect(judged.map(({ holds }) => holds)).toEqual([false, false]);
  });
});

describe('JSON signed as it is', () => {
  let json: Document;
  beforeAll(async () => {
    json = await issue('eddsa-jcs-2022', issuer);
  });

  it('signs every member, defined or not', async () => {
    const document = await issue('eddsa-jcs-2022', issuer, badge(issuer.did, { honours: 'cum laude' }));
    expect(counts(await judgeOne(document, issuer.did))).toBe(true);
    await expectAgainst({ ...document, honours: 'none' }, 'signature fail signature-bad');
    await expectAgainst({ ...json, honours: 'cum laude' }, 'signature fail signature-bad');
  });

  it('does not take contexts that nobody signed', async () => {
    const more = [...(json['@context'] as string[]), 'https://w3id.org/security/multikey/v1'];
    await expectAgainst({ ...json, '@context': more }, 'format unknown format-unknown-context');
    await expectAgainst({ ...json, '@context': [V2] }, 'signature fail signature-malformed');
    const { '@context': _, ...proof } = json.proof as Document;
    await expectAgainst({ ...json, proof }, 'signature fail signature-bad');
  });

  it('wants known contexts, though the signature does not depend on them', async () => {
    const document = await issue(
      'eddsa-jcs-2022',
      issuer,
      badge(issuer.did, { '@context': [V2, 'https://words.example/v1'] }),
    );
    await expectAgainst(document, 'format unknown format-unknown-context');
    const pinned = { contexts: { 'https://words.example/v1': { '@context': {} } } };
    expect(counts(await judgeOne(document, issuer.did, pinned))).toBe(true);
    const inline = await issue(
      'eddsa-jcs-2022',
      issuer,
      badge(issuer.did, { '@context': [V2, { x: 'https://x.example/' }] }),
    );
    await expectAgainst(inline, 'signature pass signature-ok', 'format unknown format-inline-context');
  });

  it('does not take a lone surrogate for any other', async () => {
    const document = { ...json, name: 'Pilot \uD800' };
    await expectAgainst(document, 'format unknown format-bad-text');
  });
});

describe('text that is no Unicode', () => {
  it('is not signed under the name of another text', async () => {
    const document = await signByHand(badge(hand.did, { name: 'Pilot \uFFFD' }), hand);
    expect(counts(await judgeOne(document, hand.did))).toBe(true);
    const judged = await judgeOne({ ...document, name: 'Pilot \uD800' }, hand.did);
    expect(told(judged)).toEqual(['format unknown format-bad-text', 'key pass key-ok']);
  });
});

describe('contexts that are neither bundled nor pinned', () => {
  const words = 'https://words.example/v1';

  it('are never fetched: the badge stays open, with the address', async () => {
    const context = { '@context': { honours: 'https://words.example/honours' } };
    const document = await signByHand(
      badge(hand.did, { '@context': [V2, OB, words], honours: 'cum laude' }),
      hand,
      {},
      { [words]: context },
    );
    const judged = await judgeOne(document, hand.did);
    expect(judged.checks[0]).toEqual({
      id: 'format',
      outcome: 'unknown',
      code: 'format-unknown-context',
      detail: words,
    });
    expect(counts(await judgeOne(document, hand.did, { contexts: { [words]: context } }))).toBe(true);
    // Another pin under the same address is another meaning.
    const other = { '@context': { honours: 'https://words.example/faults' } };
    expect(told(await judgeOne(document, hand.did, { contexts: { [words]: other } }))).toContain(
      'signature fail signature-bad',
    );
    expect(counts(await judgeOne(document, hand.did, { contexts: { [words]: context } }))).toBe(true);
  });

  it('cannot take the place of what is bundled', async () => {
    const judged = await judgeOne(signed, issuer.did, { contexts: { [V2]: { '@context': {} } } });
    expect(counts(judged)).toBe(true);
  });

  it('are missed within a pinned one too', async () => {
    const pinned = {
      '@context': { Honours: { '@id': 'https://words.example/H', '@context': 'https://else.example/v1' } },
    };
    const judged = await judgeOne(altered({ '@context': [...contexts(), words] }), issuer.did, {
      contexts: { [words]: pinned },
    });
    expect(judged.checks[0]).toMatchObject({ outcome: 'unknown', detail: 'https://else.example/v1' });
  });

  it('are looked for among own members only', async () => {
    for (const address of ['toString', '__proto__', 'constructor']) {
      const judged = await judgeOne(altered({ '@context': [...contexts(), address] }), issuer.did);
      expect(judged.checks[0]).toMatchObject({ code: 'format-unknown-context', detail: address });
    }
  });
});
