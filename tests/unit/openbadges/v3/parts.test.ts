import { describe, expect, it } from 'vitest';
import { compactText, containedOf, endorsementsOf } from '../../../../utils/openbadges/v3/parts.ts';
import {
  achievement,
  badge,
  endorsement,
  JWT,
  type Loose,
  record,
  subject,
  V2,
  vectorFile,
  vectorsOf,
} from './samples.ts';

const enveloped = (id: unknown, type: unknown = 'EnvelopedVerifiableCredential') => ({ '@context': V2, id, type });

describe('endorsements', () => {
  const credentialId = 'https://tidewater.example/credentials/7';
  const achievementId = 'https://tidewater.example/achievements/knots';
  const issuerId = 'https://tidewater.example/issuers/1';

  it('are found on the credential, the achievement and the profiles, each with what it may be about', () => {
    const on = (name: string) => endorsement({ id: `urn:x:${name}` });
    const full = badge({
      issuer: { id: issuerId, endorsement: on('issuer'), endorsementJwt: JWT },
      endorsement: [on('credential')],
      endorsementJwt: [JWT],
      credentialSubject: subject({
        source: { id: 'urn:x:the-source', endorsement: [on('source')] },
        achievement: achievement({
          endorsement: [on('achievement')],
          creator: { id: 'urn:x:the-creator', endorsement: [on('creator')] },
        }),
      }),
    });
    const { items, unreadable, omitted } = endorsementsOf(full);
    const all = [credentialId, achievementId, issuerId, 'urn:x:the-creator', 'urn:x:the-source'];
    const seen = items.map(({ document, about }) => [typeof document === 'string' ? document : document.id, about]);
    expect(seen).toEqual([
      ['urn:x:credential', all],
      [JWT, all],
      ['urn:x:achievement', [achievementId, 'urn:x:the-creator']],
      ['urn:x:issuer', [issuerId]],
      [JWT, [issuerId]],
      ['urn:x:creator', ['urn:x:the-creator']],
      ['urn:x:source', ['urn:x:the-source']],
    ]);
    expect([unreadable, omitted]).toEqual([0, 0]);
  });

  it('know an issuer that is an address, and need no achievement', () => {
    const { items } = endorsementsOf(endorsement({ endorsement: endorsement(), issuer: 'did:web:guild.example' }));
    expect(items[0]?.about).toEqual(['urn:uuid:5d0c1a3e-0000-4000-8000-000000000001', 'did:web:guild.example']);
    expect(endorsementsOf(badge())).toEqual({ items: [], unreadable: 0, omitted: 0 });
  });

  it('are counted where they cannot be read, and bounded', () => {
    const mixed = badge({
      endorsement: ['https://a.example/endorsement', 5, null, {}, [], endorsement()],
      endorsementJwt: ['x.y.z', JWT],
    });
    expect(endorsementsOf(mixed)).toMatchObject({ items: [{}, { document: JWT }], unreadable: 6, omitted: 0 });
    const many = endorsementsOf(badge({ endorsement: Array.from({ length: 5_000 }, () => endorsement()) }));
    expect(many.items).toHaveLength(10);
    expect(many.omitted).toBe(4_990);
  });
});

describe('credentials inside', () => {
  it('stand in a CLR’s subject and in a presentation', () => {
    const one = badge();
    const clr = record({ credentialSubject: { type: 'ClrSubject', verifiableCredential: [one, JWT, ` ${JWT}\n`] } });
    expect(containedOf(clr)).toEqual({ items: [one, JWT, JWT], unreadable: 0, omitted: 0 });
    expect(containedOf({ type: 'VerifiablePresentation', verifiableCredential: one }).items).toEqual([one]);
    expect(containedOf(badge())).toEqual({ items: [], unreadable: 0, omitted: 0 });
  });

  it('come out of their envelopes', () => {
    const inside = (value: unknown) => containedOf({ type: 'VerifiablePresentation', verifiableCredential: [value] });
    for (const id of [
      `data:application/vc+jwt,${JWT}`,
      `data:application/jwt,${JWT}`,
      `DATA:application/vc+sd-jwt,${JWT}~WyJ~`,
    ])
      expect(inside(enveloped(id)).items, id).toEqual([id.slice(id.indexOf(',') + 1)]);
    for (const id of [
      JWT,
      `data:text/plain,${JWT}`,
      'data:application/vc+jwt,hello',
      `data:application/vc+jwt;base64,${btoa(JWT)}`,
      'data:application/vc+jwt,',
      5,
      null,
      [`data:application/vc+jwt,${JWT}`, 'x'],
    ])
      expect(inside(enveloped(id)), JSON.stringify(id)).toEqual({ items: [], unreadable: 1, omitted: 0 });
  });

  it('are counted where they cannot be read, and bounded', () => {
    const values = [5, null, 'https://a.example/credential', {}, [badge()], badge()];
    expect(containedOf({ verifiableCredential: values })).toMatchObject({ items: [{}], unreadable: 5, omitted: 0 });
    const many = containedOf({ verifiableCredential: Array.from({ length: 1_000 }, () => JWT) });
    expect([many.items.length, many.omitted]).toEqual([50, 950]);
  });

  it('are as many as the vectors have', () => {
    const counts: Loose = { 'java-clr-simple': 1, 'java-clr-simple-noproof': 1, 'java-clr-simple_v1': 6 };
    const clrs = vectorsOf('clr2').filter(({ id }) => id in counts);
    for (const { id, file } of clrs) {
      expect(containedOf(JSON.parse(vectorFile(file).toString())), id).toMatchObject({
        items: { length: counts[id] },
        unreadable: 0,
      });
    }
    expect([0, 3]).toContain(clrs.length);
  });
});

describe('compactText', () => {
  it('is a JWT, bare or in an envelope', () => {
    expect(compactText(` ${JWT} `)).toBe(JWT);
    expect(compactText(enveloped(`data:application/vp+jwt,${JWT}`, ['EnvelopedVerifiablePresentation']))).toBe(JWT);
    for (const value of ['x', '', 5, null, badge(), enveloped(JWT), { id: `data:application/jwt,${JWT}` }])
      expect(compactText(value)).toBeNull();
  });
});
