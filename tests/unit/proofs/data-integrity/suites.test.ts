import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { base64urlnopad } from '@scure/base';
import { decode, encode } from 'cborg';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  badge,
  CREATED,
  counts,
  DATA_INTEGRITY,
  type Document,
  disclose,
  documentLoader,
  ED25519_2020,
  type Issuer,
  issue,
  issueBase,
  judge,
  judgeOne,
  MANDATORY,
  makeIssuer,
  OB,
  type SuiteName,
  told,
  V1,
} from './issuing.ts';

const KINDS: [SuiteName, 'Ed25519' | 'P-256' | 'P-384'][] = [
  ['eddsa-rdfc-2022', 'Ed25519'],
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'P-256'],
  ['ecdsa-rdfc-2019', 'P-384'],
  ['ecdsa-jcs-2019', 'P-256'],
  ['ecdsa-jcs-2019', 'P-384'],
  ['ecdsa-sd-2023', 'P-256'],
  ['Ed25519Signature2020', 'Ed25519'],
];

describe.each(KINDS)('%s with %s', (suite, kind) => {
  let issuer: Issuer;
  let other: Issuer;
  let signed: Document;

  beforeAll(async () => {
    [issuer, other] = await Promise.all([makeIssuer(kind), makeIssuer(kind)]);
    signed = await issue(suite, issuer);
  });

  it('holds, and is the issuer’s', async () => {
    const judged = await judgeOne(signed, issuer.did);
    expect(told(judged)).toEqual(['signature pass signature-ok', 'key pass key-ok']);
    expect(counts(judged)).toBe(true);
    expect(judged.fact).toEqual({
      suite,
      method: issuer.method,
      keyFrom: issuer.did,
      created: new Date(CREATED).toISOString(),
      outcome: 'pass',
    });
  });

  it('tells signature and key apart: signed by somebody else in the issuer’s name', async () => {
    const judged = await judgeOne(await issue(suite, other, badge(issuer.did)), issuer.did);
    expect(told(judged)).toEqual(['signature pass signature-ok', 'key fail key-other-controller']);
    expect([judged.holds, judged.bound]).toEqual([true, false]);
  });

  it('does not hold for another signer who is named afterwards', async () => {
    const proof = { ...(signed.proof as object), verificationMethod: other.method };
    const judged = await judgeOne({ ...signed, proof }, other.did);
    expect([judged.holds, judged.bound]).toEqual([false, true]);
    expect(told(judged)).toContain('signature fail signature-bad');
  });

  it('does not hold over another badge', async () => {
    const { proof } = signed;
    const judged = await judgeOne(
      { ...badge(issuer.did, { name: 'Admiral' }), '@context': signed['@context'], proof },
      issuer.did,
    );
    expect(judged.holds).toBe(false);
  });

  it('reads the document without touching it', async () => {
    const before = structuredClone(signed);
    await judge(signed, issuer.did);
    expect(signed).toEqual(before);
  });

  it.skipIf(suite === 'ecdsa-sd-2023')('holds for badges of the data model 1.1', async () => {
    const { validFrom, validUntil, credentialStatus, ...rest } = badge(issuer.did);
    const suiteContext = suite === 'Ed25519Signature2020' ? ED25519_2020 : DATA_INTEGRITY;
    const older = {
      ...rest,
      '@context': [V1, OB, suiteContext],
      issuanceDate: validFrom,
      expirationDate: validUntil,
    };
    expect(counts(await judgeOne(await issue(suite, issuer, older), issuer.did))).toBe(true);
  });
});

describe('eddsa-2022', () => {
  it('is eddsa-rdfc-2022 under its older name', async () => {
    const issuer = await makeIssuer('Ed25519');
    const signed = await issue('eddsa-rdfc-2022', issuer);
    const renamed = { ...signed, proof: { ...(signed.proof as object), cryptosuite: 'eddsa-2022' } };
    // The name is signed too.
    expect(told(await judgeOne(renamed, issuer.did))).toContain('signature fail signature-bad');
    const suite = new DataIntegrityProof({
      signer: issuer.key.signer(),
      cryptosuite: { ...eddsaRdfc, name: 'eddsa-2022' },
      date: CREATED,
    });
    const document = await vc.issue({ credential: badge(issuer.did), suite, documentLoader });
    const judged = await judgeOne(document, issuer.did);
    expect([counts(judged), judged.fact.suite]).toEqual([true, 'eddsa-2022']);
  });
});

describe('ecdsa-sd-2023', () => {
  it('refuses the issuer’s own proof, which is for the holder alone', async () => {
    const issuer = await makeIssuer('P-256');
    const judged = await judgeOne(await issueBase(issuer), issuer.did);
    expect(told(judged)).toEqual(['signature fail signature-not-derived']);
    expect(counts(judged)).toBe(false);
  });

  it('holds for whatever part the holder shows', async () => {
    const issuer = await makeIssuer('P-256');
    const base = await issueBase(issuer);
    const parts = [
      ['/credentialSubject/achievement/name'],
      ['/credentialSubject/achievement/alignment/1'],
      ['/credentialSubject/identifier', '/name'],
      ['/credentialSubject'],
      [],
    ];
    for (const pointers of parts) {
      const shown = await disclose(base, pointers);
      expect(counts(await judgeOne(shown, issuer.did)), pointers.join()).toBe(true);
    }
  });

  it('does not let go of what the issuer made mandatory', async () => {
    const issuer = await makeIssuer('P-256');
    const shown = await issue('ecdsa-sd-2023', issuer);
    for (const pointer of MANDATORY) {
      const { [pointer.slice(1)]: _, ...rest } = shown;
      expect((await judgeOne(rest, issuer.did)).holds, pointer).toBe(false);
    }
  });

  it('has one reading: nothing may be left over in it, and nothing missing', async () => {
    const issuer = await makeIssuer('P-256');
    const shown = await issue('ecdsa-sd-2023', issuer);
    const proof = shown.proof as Document;
    const bytes = base64urlnopad.decode(String(proof.proofValue).slice(1));
    type Parts = [Uint8Array, Uint8Array, Uint8Array[], Map<number, Uint8Array>, number[]];
    const rewritten = async (change: (parts: Parts) => void) => {
      const parts = decode(bytes.slice(3), { useMaps: true }) as Parts;
      change(parts);
      const value = new Uint8Array([...bytes.slice(0, 3), ...encode(parts)]);
      const proofValue = `u${base64urlnopad.encode(value)}`;
      return judgeOne({ ...shown, proof: { ...proof, proofValue } }, issuer.did);
    };
    expect(counts(await rewritten(() => {}))).toBe(true);
    const changes: ((parts: Parts) => void)[] = [
      ([, , , labels]) => labels.set(99, new Uint8Array(32)),
      ([, , , labels]) => labels.delete(0),
      ([, , signatures]) => signatures.push(signatures[0] as Uint8Array),
      ([, , signatures]) => signatures.pop(),
      ([, , signatures]) => signatures.reverse(),
      ([, , , , indexes]) => indexes.push(9_999),
      ([, , , , indexes]) => indexes.pop(),
      ([, , signatures, , indexes]) => {
        indexes.pop();
        signatures.push(signatures[0] as Uint8Array);
      },
      (parts) => {
        parts[1] = new Uint8Array(35);
      },
    ];
    for (const change of changes) {
      const judged = await rewritten(change);
      expect(judged.holds, String(change)).toBe(false);
      expect(judged.checks[0]?.outcome).toBe('fail');
    }
  });

  it('does not let statements of two badges be mixed', async () => {
    const issuer = await makeIssuer('P-256');
    const [one, two] = await Promise.all([
      issue('ecdsa-sd-2023', issuer),
      issue('ecdsa-sd-2023', issuer, badge(issuer.did, { name: 'Admiral' })),
    ]);
    expect((await judgeOne({ ...one, name: two.name }, issuer.did)).holds).toBe(false);
    expect((await judgeOne({ ...one, proof: two.proof }, issuer.did)).holds).toBe(false);
  });
});
