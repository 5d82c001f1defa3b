import { describe, expect, it } from 'vitest';
import { detect } from '../../../../utils/openbadges/detect.ts';
import { badge, badgeOn11, endorsement, JWT, type Loose, record, V1, V2 } from './samples.ts';

const OB2 = 'https://w3id.org/openbadges/v2';
const form = (value: unknown) => {
  const detected = detect(value);
  return 'form' in detected ? detected.form : detected.kind;
};

describe('detect', () => {
  it('tells the kinds of credential', () => {
    const vc = { '@context': [V2], type: ['VerifiableCredential', 'AlumniCredential'] };
    for (const [value, expected] of [
      [badge(), 'ob3'],
      [badgeOn11({ type: ['AchievementCredential', 'VerifiableCredential'] }), 'ob3'],
      [record(), 'clr2'],
      [endorsement(), 'endorsement'],
      [vc, 'vc'],
      [{ '@context': [V2], type: ['VerifiablePresentation'] }, 'presentation'],
      [{ type: 'VerifiablePresentation' }, 'presentation'],
      [{ '@context': V2, type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${JWT}` }, 'enveloped'],
      [{ '@context': V2, type: ['EnvelopedVerifiablePresentation'] }, 'enveloped'],
      [{ '@context': [V1] }, 'vc'],
    ] as const)
      expect(form(value), JSON.stringify(value)).toBe(expected);
  });

  it('judges what calls itself several things as the one that asks most', () => {
    expect(form(badge({ type: ['VerifiableCredential', 'EndorsementCredential', 'OpenBadgeCredential'] }))).toBe('ob3');
    expect(form(badge({ type: ['VerifiablePresentation', 'VerifiableCredential'] }))).toBe('vc');
  });
});

describe('Blockcerts', () => {
  const merkle = { type: ['MerkleProof2017', 'Extension'], merkleRoot: '0' };
  const v2 = (change: Loose = {}): Loose => ({
    '@context': [OB2, 'https://w3id.org/blockcerts/v2'],
    type: 'Assertion',
    id: 'urn:uuid:1',
    verification: { type: ['MerkleProofVerification2017', 'Extension'] },
    signature: merkle,
    ...change,
  });

  it('are recognised in every version', () => {
    for (const value of [
      v2(),
      v2({ signature: undefined }),
      v2({ '@context': [OB2] }),
      v2({ signature: [merkle] }),
      {
        '@context': 'https://w3id.org/blockcerts/v1',
        type: 'BlockchainCertificate',
        receipt: { type: 'ChainpointSHA256v2' },
      },
      badge({ proof: { type: 'MerkleProof2019', proofValue: 'z' } }),
      badge({ proof: [{ type: 'DataIntegrityProof', cryptosuite: 'merkle-proof-2019' }] }),
      {
        '@context': [V1, 'https://www.blockcerts.org/schema/3.0-alpha/context.json'],
        type: ['VerifiableCredential'],
        signature: { type: 'MerkleProof2019' },
      },
    ])
      expect(form(value), JSON.stringify(value)).toBe('blockcerts');
  });

  it('do not hide a proof that can be checked, nor that there is none', () => {
    const proof = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' };
    expect(form(badge({ proof: [{ type: 'MerkleProof2019' }, proof] }))).toBe('ob3');
    expect(form(badge({ proof, signature: merkle }))).toBe('ob3');
    expect(form(badge({ '@context': [V2, 'https://w3id.org/blockcerts/v3'] }))).toBe('ob3');
  });

  it('are not what only resembles them', () => {
    const hosted = { '@context': OB2, type: 'Assertion', verification: { type: 'HostedBadge' } };
    for (const change of [
      { '@context': [OB2, 'https://w3id.org/blockcerts.evil.example/'] },
      { signature: 'MerkleProof2017' },
      { signature: { type: 'MerkleProof' } },
      { receipt: { type: 'Receipt' } },
      { proof: [] },
    ])
      expect(detect({ ...hosted, ...change }), JSON.stringify(change)).toEqual({ kind: 'hosted', form: '2.0' });
  });
});
