/** The proofs of every vector that embeds them: signature and key, not yet dates and status of the badge. */
import { describe, expect, it } from 'vitest';
import { createReader } from '../../../../utils/net/reader.ts';
import { judgeDocumentProofs } from '../../../../utils/proofs/data-integrity/judge-document.ts';
import type { JudgedProof } from '../../../../utils/proofs/types.ts';
import { fetchOf, type Vector, vectorFile, vectorsOf } from '../../../conformance/vector-world.ts';
import { type Document, told } from './issuing.ts';

interface ProofVector extends Vector {
  layer: string;
  fails?: string[];
}

const vectors = vectorsOf('di-proof', 'di-proof-sd', 'vc-di', 'ob3-di') as ProofVector[];

/** What is wrong with a badge beside its proofs. */
const LATER = /^(?:expired|not-yet-valid|revoked|suspended|status-.*)$/;
/** Of these one proof of several fails, and one is of a suite that is not known. */
const SEVERAL = ['hx-di-two-proofs-one-bad', 'java-simple-multiple-proofs-withkeydoc'];

function contexts(): Record<string, object> {
  const map = JSON.parse(vectorFile('contexts/MAP.json').toString()) as Record<string, { file: string }>;
  return Object.fromEntries(
    Object.entries(map).map(([address, { file }]) => [address, JSON.parse(vectorFile(file).toString())]),
  );
}

async function judge(vector: ProofVector): Promise<JudgedProof[]> {
  const document = JSON.parse(vectorFile(vector.file).toString()) as Document;
  const issuer = document.issuer as string | { id?: string } | undefined;
  const tools = { reader: createReader(fetchOf(vector)), now: new Date(vector.now), contexts: contexts() };
  return judgeDocumentProofs(document, (typeof issuer === 'string' ? issuer : issuer?.id) ?? '', tools);
}

const outcomes = (judged: readonly JudgedProof[], outcome: string) =>
  judged.filter(({ checks }) => checks.some((check) => check.outcome === outcome)).length;

describe('vectors of embedded proofs', () => {
  for (const vector of vectors) {
    it(vector.id, async () => {
      const judged = await judge(vector);
      const words = judged.map(told).join(' | ');
      const counting = judged.filter(
        ({ holds, bound, checks }) =>
          holds &&
          (bound || vector.layer === 'proof') &&
          !checks.some(({ id, outcome }) => id === 'dates' && (outcome === 'fail' || outcome === 'unknown')),
      );
      const fails = vector.fails ?? [];
      if (vector.id === 'hx-di-proof-expired') {
        expect(words).toContain('dates fail dates-proof-expired');
        expect(counting).toEqual([]);
      } else if (vector.expected === 'valid' || fails.every((what) => LATER.test(what)) === fails.length > 0) {
        // Contexts of the badge's own are not taken for harmless.
        const open = words.includes('format unknown format-inline-context');
        if (open) expect([vector.expected, ...(vector.also_acceptable ?? [])]).toContain('unverifiable');
        if (SEVERAL.includes(vector.id)) expect(counting).toHaveLength(1);
        else expect(counting.length, words).toBe(open ? 0 : judged.length);
        expect(judged.length).toBeGreaterThan(0);
      } else {
        expect(counting, words).toEqual([]);
        if (fails.includes('proof-missing')) expect(judged).toEqual([]);
        else if (vector.expected === 'invalid') expect(outcomes(judged, 'fail'), words).toBeGreaterThan(0);
        else expect([outcomes(judged, 'fail'), outcomes(judged, 'unknown') > 0], words).toEqual([0, true]);
      }
    });
  }

  it('fail for the reason they have', async () => {
    const reasons: Record<string, string> = {
      'safe-mode': 'format fail format-unknown-terms',
      structure: 'format fail format-inline-context',
      purpose: 'signature fail signature-purpose',
      'key-unresolvable': 'key unknown',
    };
    for (const vector of vectors) {
      const reason = reasons[vector.fails?.[0] ?? ''];
      if (reason === undefined || vector.fails?.includes('issuer-binding')) continue;
      expect((await judge(vector)).map(told).join(' | '), vector.id).toContain(reason);
    }
  });

  it('come in the number the index had', () => {
    expect([0, 128]).toContain(vectors.length);
  });
});
