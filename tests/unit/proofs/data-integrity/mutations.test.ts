/** One thing changed, anywhere: the badge no longer counts. */
import { base58, base64urlnopad } from '@scure/base';
import { describe, expect, it } from 'vitest';
import {
  badge,
  counts,
  type Document,
  type Issuer,
  issue,
  judge,
  judgeOne,
  makeIssuer,
  type SuiteName,
} from './issuing.ts';

const SUITES: [SuiteName, 'Ed25519' | 'P-256' | 'P-384'][] = [
  ['eddsa-rdfc-2022', 'Ed25519'],
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'P-384'],
  ['ecdsa-jcs-2019', 'P-256'],
  ['ecdsa-sd-2023', 'P-256'],
  ['Ed25519Signature2020', 'Ed25519'],
];

/** Of a selectively disclosed badge: some of each kind, so that the proof stays short. */
const SHOWN = ['/name', '/evidence', '/credentialSubject/achievement/alignment/0'];

type Path = readonly (string | number)[];

/** Every place in a JSON value. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, content]) =>
    placesIn(content, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

/** A copy in which `change` has been made to what stands at `path`, or that without it. */
function changed(document: Document, path: Path, change: (old: unknown) => unknown): Document {
  const copy = structuredClone(document);
  let parent = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  const value = change(parent[last]);
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

const another = (old: unknown): unknown => {
  if (typeof old === 'string') return `${old.slice(0, -1)}${old.endsWith('x') ? 'y' : 'x'}`;
  if (typeof old === 'boolean') return !old;
  if (Array.isArray(old)) return [...old, old[0] === 'x' ? 'y' : 'x'];
  return typeof old === 'object' ? { ...old, id: 'urn:x:y' } : 'x';
};

describe.each(SUITES)('%s with %s', (suite, kind) => {
  async function prepare(): Promise<[Document, Issuer]> {
    const issuer = await makeIssuer(kind);
    const evidence = [{ id: 'https://harbour.example/log/7', type: ['Evidence'], name: 'Log', narrative: 'Page 7.' }];
    return [await issue(suite, issuer, badge(issuer.did, { evidence }), undefined, SHOWN), issuer];
  }

  it('does not survive a changed bit of its value', async () => {
    const [signed, issuer] = await prepare();
    const proof = signed.proof as Document;
    const value = String(proof.proofValue);
    const [alphabet, decode, encode] = value.startsWith('u')
      ? (['u', base64urlnopad.decode, base64urlnopad.encode] as const)
      : (['z', base58.decode, base58.encode] as const);
    const bytes = decode(value.slice(1));
    expect(counts(await judgeOne(signed, issuer.did))).toBe(true);
    // Every byte; of a long value the three bits that say most (lengths and kinds among them).
    const masks = bytes.length > 100 ? [0x01, 0x20, 0x80] : [1, 2, 4, 8, 16, 32, 64, 128];
    for (const mask of masks) {
      for (let index = 0; index < bytes.length; index++) {
        const other = bytes.slice();
        other[index] = (bytes[index] ?? 0) ^ mask;
        const judged = await judgeOne(
          { ...signed, proof: { ...proof, proofValue: alphabet + encode(other) } },
          issuer.did,
        );
        expect(judged.holds, `byte ${index}, bit ${mask}`).toBe(false);
        expect(judged.checks[0]?.outcome, `byte ${index}, bit ${mask}`).toBe('fail');
      }
    }
  });

  it('does not survive a character more, less or other in its value', async () => {
    const [signed, issuer] = await prepare();
    const proof = signed.proof as Document;
    const value = String(proof.proofValue);
    const texts = Array.from({ length: Math.min(value.length, 140) }, (_, index) => [
      value.slice(0, index) + value.slice(index + 1),
      `${value.slice(0, index)}A${value.slice(index)}`,
      `${value.slice(0, index)}${value[index] === 'B' ? 'C' : 'B'}${value.slice(index + 1)}`,
    ]).flat();
    for (const proofValue of texts) {
      if (proofValue === value) continue;
      expect((await judgeOne({ ...signed, proof: { ...proof, proofValue } }, issuer.did)).holds, proofValue).toBe(
        false,
      );
    }
  });

  it('does not survive a member changed or taken away', async () => {
    const [signed, issuer] = await prepare();
    const places = placesIn(signed).filter((path) => path[1] !== 'proofValue');
    expect(places.length).toBeGreaterThan(40);
    for (const path of places) {
      for (const change of [another, () => undefined, () => null]) {
        const document = changed(signed, path, change);
        expect((await judge(document, issuer.did)).some(counts), path.join('.')).toBe(false);
      }
    }
  });
});
