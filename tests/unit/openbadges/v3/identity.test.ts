import { describe, expect, it } from 'vitest';
import { issuerPlace } from '../../../../utils/openbadges/v3/issuer-place.ts';
import { sameCredential } from '../../../../utils/openbadges/v3/same-credential.ts';
import { badge } from './samples.ts';

describe('issuerPlace', () => {
  it('is the host that controls the identifier', () => {
    for (const [id, place] of [
      ['https://tidewater.example/issuers/1', 'tidewater.example'],
      ['http://TIDEWATER.example:8080/', 'tidewater.example'],
      [' https://tidewater.example ', 'tidewater.example'],
      ['did:web:tidewater.example', 'tidewater.example'],
      ['did:web:www.credly.com:api:v1:obi:v3:issuers:fb3d27de', 'www.credly.com'],
      ['did:web:Tidewater.example%3A8443:a', 'tidewater.example'],
      ['https://ex\u00E4mple.example/', 'xn--exmple-cua.example'],
    ])
      expect(issuerPlace(id ?? ''), id).toBe(place);
  });

  it('is the DID itself where no host stands behind it', () => {
    for (const did of ['did:key:z6MkhaXg', 'did:jwk:eyJrdHkiOiJFQyJ9', 'did:ethr:0x12%2034'])
      expect(issuerPlace(did)).toBe(did);
  });

  it('is nothing for what could pass for another', () => {
    for (const id of [
      'did:web:',
      'did:web:microsoft.com%2Fa',
      'did:web:evil.example%2F..%2F@microsoft.com',
      'did:web:microsoft.com%40evil.example',
      'did:web:microsoft.com%3A443%3A1',
      'did:web:microsoft.com%3Ax',
      'did:web:microsoft.com#evil',
      'did:web:microsoft.com/evil',
      'did:web:%6Dicrosoft.com',
      'did:key:z6Mk#z6Mk',
      'did:key:z6Mk/microsoft.com',
      'DID:web:microsoft.com',
      'https://microsoft.com@evil.example:x/',
      'https://user@microsoft.com/',
      'urn:uuid:1',
      'mailto:a@microsoft.com',
      'microsoft.com',
      '',
      `did:key:${'z'.repeat(3_000)}`,
    ])
      expect(issuerPlace(id), id).toBeUndefined();
  });
});

describe('sameCredential', () => {
  const id = 'https://tidewater.example/credentials/7';

  it('compares issuer and credential, percent-encoding and white space at the ends aside', () => {
    const other = badge({ name: 'Another name', validFrom: '2026-01-01T00:00:00Z' });
    expect(sameCredential(badge(), other)).toBe(true);
    expect(sameCredential(badge(), badge({ issuer: ' https://tidewater.example/issuers/1\n' }))).toBe(true);
    expect(sameCredential(badge({ id: `${id}%20a` }), badge({ id: ` ${id} a ` }))).toBe(true);
    expect(sameCredential(badge({ id: `${id}%20` }), badge())).toBe(true);
    expect(sameCredential(badge({ id: `${id}%zz` }), badge({ id: `${id}%zz` }))).toBe(true);
  });

  it('takes nothing for the same that only looks so', () => {
    for (const change of [
      { id: `${id}/` },
      { id: id.toUpperCase() },
      { id: `${id}%2525` },
      { id: undefined },
      { issuer: undefined },
      { issuer: 'did:web:tidewater.example' },
      { issuer: [] },
      { id: [id, id] },
    ])
      expect(sameCredential(badge(), badge(change)), JSON.stringify(change)).toBe(false);
    expect(sameCredential(badge({ id: undefined }), badge({ id: undefined }))).toBe(false);
    expect(sameCredential(badge({ id: `${id}%2520` }), badge({ id: `${id}%20` }))).toBe(false);
  });
});
