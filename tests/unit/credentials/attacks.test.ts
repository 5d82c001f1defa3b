/** What hangs on a credential, stands in one or is wrapped around one, in hostile hands. Each title says what a verifier does that is taken in. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../utils/badge/report.ts';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { handKey, signByHand } from '../proofs/data-integrity/issuing.ts';
import { claimed, credential, type Loose, OB, school, signed, V1, V2 } from '../proofs/jose/signing.ts';
import { controllerDocument, json, makeKey, multikey, NOW } from '../proofs/keys/issuers.ts';
import { fetchFrom, type Network } from '../verify/fixtures/network.ts';

const good = school('harbour.example');
const evil = school('evil.example');
const friend = school('friend.example');
const network: Network = { ...good.network, ...evil.network, ...friend.network };
const headerOf = ({ kid }: { kid: string }) => ({ alg: 'ES256', kid });
const jwtOf = (issuer: typeof good, payload: Loose): string => signed(headerOf(issuer), payload, issuer.key, 'ES256');
const GOOD = jwtOf(good, claimed(good.did));
const TAMPERED = GOOD.replace(
  /\.[^.]+\./,
  `.${Buffer.from(JSON.stringify(claimed(good.did, {}, { name: 'X' }))).toString('base64url')}.`,
);

interface Judged {
  report: Report;
  asked: string[];
  codes: string[];
}

async function judge(source: string | Loose, more: Network = {}): Promise<Judged> {
  const { fetch, asked } = fetchFrom({ ...network, ...more });
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  const report = await verifyBadge({ text }, { fetch, now: NOW, trusted: [{ id: good.did }] });
  return { report, asked, codes: report.checks.map(({ code }) => code) };
}

function presentation(inside: unknown, more: Loose = {}): Loose {
  return { '@context': [V1], type: ['VerifiablePresentation'], verifiableCredential: inside, ...more };
}

const enveloped = (jwt: string, type = 'EnvelopedVerifiableCredential'): Loose => ({
  '@context': V2,
  type,
  id: `data:application/${type.includes('Cred') ? 'vc' : 'vp'}+jwt,${jwt}`,
});

describe('presentations', () => {
  it('are the holder’s wrapping: who trusts it trusts whoever presents', async () => {
    for (const wrapped of [
      presentation([GOOD]),
      presentation(GOOD, { holder: evil.did, issuer: evil.did }),
      jwtOf(evil, { iss: evil.did, vp: presentation([GOOD]) }),
      jwtOf(evil, { '@context': [V2], type: 'VerifiablePresentation', verifiableCredential: [enveloped(GOOD)] }),
      enveloped(GOOD),
      enveloped(jwtOf(evil, { vp: presentation([GOOD]) }), 'EnvelopedVerifiablePresentation'),
    ]) {
      const { report } = await judge(wrapped);
      expect(report, JSON.stringify(report.checks)).toMatchObject({
        verdict: 'verified',
        tone: 'ok',
        issuer: { id: good.did },
      });
    }
    for (const wrapped of [
      presentation([TAMPERED]),
      jwtOf(good, { iss: good.did, vp: presentation([TAMPERED]) }),
      jwtOf(good, { iss: good.did, vp: presentation([credential(good.did)]) }),
      enveloped(TAMPERED),
    ]) {
      expect((await judge(wrapped)).report.verdict).toBe('invalid');
    }
  });

  it('signed as a JWT are judged once, and nobody is asked for the holder’s key', async () => {
    const { asked } = await judge(jwtOf(evil, { iss: evil.did, vp: presentation([GOOD]) }));
    expect(asked).toEqual(['https://harbour.example/.well-known/did.json']);
  });

  it('within presentations within presentations: who opens each goes on for ever', async () => {
    let deep: unknown = presentation([GOOD]);
    for (let depth = 0; depth < 20; depth++) deep = presentation([deep]);
    let jwt = GOOD;
    for (let depth = 0; depth < 20; depth++) jwt = jwtOf(evil, { iss: evil.did, vp: presentation([jwt]) });
    for (const source of [deep as Loose, presentation([presentation([GOOD])]), jwt, presentation([enveloped(jwt)])]) {
      const { report, asked } = await judge(source);
      expect(report.verdict).toBe('undecided');
      expect(report.contained?.map(({ verdict }) => verdict)).toEqual(['unsupported']);
      expect(asked).toEqual([]);
    }
  });

  it('inside something that vouches for them: who counts a signed wrapping as a good credential says that all is well', async () => {
    const key = handKey();
    const wrapping = await signByHand(
      { ...presentation([TAMPERED]), '@context': [V2], issuer: key.did, type: ['VerifiablePresentation'] },
      key,
    );
    const { report, codes } = await judge(presentation([GOOD, wrapping]));
    expect(report.contained?.map(({ verdict }) => verdict)).toEqual(['verified', 'unsupported']);
    expect(codes).toContain('contained-doubtful');
    expect(report.verdict).not.toBe('verified');
  });

  it('that call themselves a badge too: who looks for one word or the other is shown what nobody signed', async () => {
    for (const type of [
      ['VerifiablePresentation', 'VerifiableCredential'],
      ['VerifiablePresentation', 'VerifiableCredential', 'OpenBadgeCredential'],
      ['OpenBadgeCredential', 'VerifiablePresentation'],
      ['EnvelopedVerifiableCredential', 'VerifiableCredential', 'OpenBadgeCredential'],
    ]) {
      const both = { ...credential(good.did), type, verifiableCredential: [GOOD] };
      expect((await judge(both)).report.verdict, type.join()).toBe('invalid');
    }
  });

  it('with several badges, or none: who answers with the best one hides the others', async () => {
    const two = await judge(presentation([GOOD, TAMPERED]));
    expect(two.report).toMatchObject({
      verdict: 'undecided',
      contained: [{ verdict: 'verified' }, { verdict: 'invalid' }],
    });
    expect(two.report.tone).not.toBe('ok');
    for (const none of [[], null, {}, 'text', 7, [null], [{}], [[GOOD]]]) {
      expect((await judge(presentation(none))).report.verdict).not.toBe('verified');
    }
  });

  it('in an envelope of another kind: who decodes any `data:` address runs what is in it', async () => {
    for (const id of [
      `data:text/html,${GOOD}`,
      `data:application/vc+jwt;base64,${Buffer.from(GOOD).toString('base64')}`,
      `https://evil.example/${GOOD}`,
      `data:,${GOOD}`,
      `data:application/vc+jwt,${GOOD}#x`,
      'data:application/vc+jwt,',
      7,
    ]) {
      const { report, asked } = await judge({ ...enveloped(GOOD), id });
      expect(report.verdict, String(id).slice(0, 40)).toBe('invalid');
      expect(asked).toEqual([]);
    }
  });

  it('of thousands: who checks them all does the forger’s work', async () => {
    const { report, asked } = await judge(presentation(Array.from({ length: 300 }, () => GOOD)));
    expect(report.verdict).toBe('undecided');
    expect(report.contained).toHaveLength(50);
    expect(report.checks).toContainEqual({
      id: 'issuer',
      outcome: 'warn',
      code: 'contained-doubtful',
      detail: '50/300',
    });
    expect(new Set(asked).size).toBeLessThanOrEqual(16);
    const strangers = Array.from({ length: 200 }, (_, at) =>
      jwtOf({ ...evil, kid: `did:web:h${at}.example#k` }, claimed(`did:web:h${at}.example`)),
    );
    expect((await judge(presentation(strangers))).asked.length).toBeLessThanOrEqual(16);
  });
});

describe('who signed what is inside', () => {
  it('is told by what the proof covers: who shows the name lets anybody be the Admiralty', async () => {
    const issuer = { id: evil.did, type: ['Profile'], name: 'Microsoft' };
    const { report } = await judge(presentation([GOOD, jwtOf(evil, claimed(evil.did, {}, { issuer }))]));
    expect(report.contained?.map((one) => one.issuer)).toEqual(['harbour.example', 'evil.example']);
  });
});

describe('endorsements', () => {
  const ACHIEVEMENT = 'https://harbour.example/achievements/pilot';

  function endorsement(from: typeof good, about: unknown, more: Loose = {}): string {
    const document = {
      '@context': [V2, OB],
      id: 'urn:uuid:9a4cf0a2-1d0e-4b8c-8f0f-2a3f9f6e1c31',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: from.did, type: ['Profile'], name: 'A Friend' },
      name: 'Endorsement',
      validFrom: '2026-02-01T00:00:00Z',
      credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'Sound.' },
      ...more,
    };
    return jwtOf(from, {
      ...document,
      iss: from.did,
      jti: document.id,
      sub: about,
      nbf: Date.parse('2026-02-01T00:00:00Z') / 1000,
    });
  }
  const withEndorsements = (...endorsementJwt: unknown[]): string =>
    jwtOf(good, claimed(good.did, {}, { endorsementJwt }));
  const saysOf = async (...endorsements: unknown[]): Promise<string[]> => {
    const { report } = await judge(withEndorsements(...endorsements));
    // Whatever becomes of them, the badge is what it was.
    expect(report.verdict).toBe('verified');
    return report.checks.flatMap(({ code, detail }) =>
      code.startsWith('endorsement') ? [`${code} ${detail ?? ''}`.trim()] : [],
    );
  };

  it('that hold are told with the place of who made them beside the name, and a name that is known elsewhere is not confirmed', async () => {
    expect(await saysOf(endorsement(friend, ACHIEVEMENT))).toEqual(['endorsement-ok A Friend (friend.example)']);
    const issuer = { id: friend.did, type: ['Profile'], name: 'Microsoft' };
    expect(await saysOf(endorsement(friend, ACHIEVEMENT, { issuer }))).toEqual([
      'endorsement-unproved Microsoft (friend.example)',
    ]);
  });

  it('of something else: who verifies the signature alone moves praise from badge to badge', async () => {
    for (const about of [
      `${ACHIEVEMENT}s`,
      'https://harbour.example/achievements/PILOT',
      'did:example:asha',
      evil.did,
      'urn:x:y',
      undefined,
    ]) {
      expect(await saysOf(endorsement(friend, about)), String(about)).not.toContain(
        'endorsement-ok A Friend (friend.example)',
      );
    }
  });

  it('that nobody made, in the name of a friend: who shows them as confirmed lets everybody be praised', async () => {
    const forged = signed(
      headerOf(friend),
      JSON.parse(Buffer.from(endorsement(friend, ACHIEVEMENT).split('.')[1] ?? '', 'base64url').toString()),
      evil.key,
      'ES256',
    );
    const unsigned = { ...credential(friend.did), type: ['VerifiableCredential', 'EndorsementCredential'] };
    for (const one of [forged, unsigned, 'text', 7, {}, [GOOD], GOOD]) {
      const said = await saysOf(one);
      expect(said.every((code) => /^endorsement-(?:unproved|void)/.test(code))).toBe(true);
      expect(said.length).toBe(1);
    }
  });

  it('that have ended, or were withdrawn', async () => {
    const ended = endorsement(friend, ACHIEVEMENT, { validUntil: '2026-03-01T00:00:00Z' });
    const status = { id: 'https://friend.example/list', type: '1EdTechRevocationList' };
    expect(await saysOf(ended)).toEqual(['endorsement-void A Friend (friend.example)']);
    expect(await saysOf(endorsement(friend, ACHIEVEMENT, { credentialStatus: status }))).toEqual([
      'endorsement-unproved A Friend (friend.example)',
    ]);
  });

  it('on endorsements, and thousands of them: who follows them all asks the whole world', async () => {
    let inner = endorsement(friend, ACHIEVEMENT);
    for (let depth = 0; depth < 5; depth++)
      inner = endorsement(friend, ACHIEVEMENT, { endorsementJwt: [inner, inner] });
    expect(await saysOf(inner)).toEqual(['endorsement-ok A Friend (friend.example)']);
    const many = await saysOf(...Array.from({ length: 200 }, () => endorsement(friend, ACHIEVEMENT)));
    // What says the same is told once.
    expect(many.filter((code) => code.startsWith('endorsement-ok'))).toHaveLength(1);
    expect(many).toContain('endorsement-unproved');
    const strangers = Array.from({ length: 100 }, (_, at) => {
      const did = `did:web:h${at}.example`;
      return endorsement({ ...friend, did, kid: `${did}#sign` }, ACHIEVEMENT);
    });
    const { report, asked } = await judge(withEndorsements(...strangers));
    expect(asked.length).toBeLessThanOrEqual(16);
    expect(report.verdict).toBe('verified');
  });

  it('on a badge that nobody proved are nobody’s business: who asks for them asks for the forger', async () => {
    const text = signed(
      headerOf(good),
      claimed(good.did, {}, { endorsementJwt: [endorsement(friend, ACHIEVEMENT)] }),
      evil.key,
      'ES256',
    );
    const { codes, asked } = await judge(text);
    expect(codes.some((code) => code.startsWith('endorsement'))).toBe(false);
    expect(asked.some((address) => address.includes('friend.example'))).toBe(false);
  });
});

describe('embedded proofs', () => {
  const did = 'did:web:pier.example';
  const place = 'https://pier.example/.well-known/did.json';
  const key = makeKey('Ed25519');
  const hand = { key, did, method: `${did}#sign` };
  const pier = { [place]: json(controllerDocument(did, multikey(did, key, hand.method))) };
  const document = { ...credential(did) };
  let whole: Loose = {};
  let proof: Loose = {};
  beforeAll(async () => {
    whole = await signByHand(document, hand);
    proof = whole.proof as Loose;
  });

  it('thousands: who tries them all never ends, who stops at the first is stopped by it', async () => {
    const stranger = handKey();
    const bad = (await signByHand(document, stranger)).proof;
    const many = Array.from({ length: 2_000 }, () => bad);
    const last = await judge({ ...whole, proof: [...many, proof] }, pier);
    expect(last.report.verdict).not.toBe('verified');
    const second = await judge({ ...whole, proof: [bad, proof] }, pier);
    expect(second.report.verdict).toBe('verified');
    expect(second.codes).toContain('signature-another-fails');
    const hosts = Array.from({ length: 1_000 }, (_, at) => ({
      ...proof,
      verificationMethod: `https://h${at}.example/k#1`,
    }));
    expect((await judge({ ...whole, proof: hosts }, pier)).asked.length).toBeLessThanOrEqual(16);
  });

  it('two halves, each of another badge: who adds up the proofs takes two forgeries for one badge', async () => {
    const other = await signByHand({ ...document, name: 'Another' }, hand);
    const stranger = handKey();
    const own = await signByHand(document, stranger);
    // One is the issuer's and does not fit; the other fits and is a stranger's.
    const { report } = await judge({ ...document, proof: [other.proof, own.proof] }, pier);
    expect(report.verdict).toBe('invalid');
  });

  it('beside an envelope: who verifies either and reads the other shows what that one did not sign', async () => {
    const altered = { ...whole, name: 'Harbour Master' };
    // Signed by the forger as a JWT, with the issuer's proof inside.
    const jwt = jwtOf(evil, { ...altered, iss: did, jti: document.id, sub: 'did:example:asha', nbf: 1_768_003_200 });
    expect((await judge(jwt, pier)).report.verdict).toBe('invalid');
    for (const jws of [GOOD, jwt]) {
      expect(
        (await judge({ ...document, proof: { type: 'JsonWebSignature2020', jws } }, pier)).report.verdict,
      ).not.toBe('verified');
    }
  });

  it('a controller document that answers from another host: who follows the redirect reads the forger’s list', async () => {
    const forger = makeKey('Ed25519');
    const forged = await signByHand({ ...document, name: 'Forged' }, { ...hand, key: forger });
    const list = json(controllerDocument(did, multikey(did, forger, hand.method)));
    const { report } = await judge(forged, { [place]: { ...list, end: 'https://evil.example/did.json' } });
    expect(report.verdict).toBe('undecided');
  });
});
