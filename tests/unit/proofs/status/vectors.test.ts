/** Other projects' lists with their real signatures, and the badges that name them. */
import { describe, expect, it } from 'vitest';
import { isObject } from '../../../../utils/json/members.ts';
import { createReader } from '../../../../utils/net/reader.ts';
import { proveCredential } from '../../../../utils/proofs/prove.ts';
import { decodeStatusList } from '../../../../utils/proofs/status/decode-list.ts';
import { judgeStatus } from '../../../../utils/proofs/status/judge-status.ts';
import { verifyBadge } from '../../../../utils/verify/index.ts';
import {
  answerOf,
  contextsOf,
  fetchOf,
  type Vector,
  vectorFile,
  vectorsOf,
} from '../../../conformance/vector-world.ts';

const contexts = contextsOf();

async function statusOf(vector: Vector) {
  const value: unknown = JSON.parse(vectorFile(vector.file).toString());
  const document = isObject(value) ? value : {};
  const tools = { reader: createReader(fetchOf(vector)), now: new Date(vector.now), contexts };
  const proved = await proveCredential({ document }, tools);
  expect(proved.proved).toBe(true);
  return judgeStatus(document, proved.issuer ?? '', (list) => proveCredential(list, tools), tools);
}

const CODES: Record<string, string> = {
  'hx-sl-2021-revoked': 'status-revoked',
  'hx-sl-index-not-number': 'status-out-of-range',
  'hx-sl-list-500': 'origin-server-error',
  'hx-sl-list-by-attacker': 'status-list-other-issuer',
  'hx-sl-list-not-yet-valid': 'status-unreadable',
  'hx-sl-lsb-order': 'status-ok',
  'hx-sl-no-multibase-prefix': 'status-unreadable',
  'hx-sl-out-of-range': 'status-out-of-range',
  'hx-sl-purpose-array': 'status-ok',
  'hx-sl-short-list': 'status-list-short',
  'hx-sl-suspended': 'status-suspended',
  'hx-sl-two-entries-second-revoked': 'status-revoked',
  'hx-sl-unsigned-list': 'status-list-unproved',
};

describe('vectors of badges with a status', () => {
  const vectors = vectorsOf('ob3-status');
  for (const vector of vectors) {
    it(vector.id, async () => {
      const judged = await statusOf(vector);
      expect(judged.checks.map(({ code }) => code)).toContain(CODES[vector.id]);
      const bytes = new Uint8Array(vectorFile(vector.file));
      const report = await verifyBadge({ bytes }, { fetch: fetchOf(vector), now: new Date(vector.now), contexts });
      const accepted = [vector.expected, ...(vector.also_acceptable ?? [])];
      expect(accepted, JSON.stringify(report.checks)).toContain(answerOf(report.verdict));
      expect(report.evidence?.statuses).toEqual(judged.facts);
    });
  }

  it('come in the number the index had', () => expect([0, 13]).toContain(vectors.length));
});

describe('vectors of lists', () => {
  const vectors = vectorsOf('status-list');
  for (const vector of vectors) {
    it(vector.id, async () => {
      const list = await decodeStatusList(vectorFile(vector.file).toString());
      if (!list.ok) throw new Error(list.check.code);
      const read = Object.keys(vector.bits ?? {}).map((index) => [index, list.valueAt(Number(index))]);
      expect(Object.fromEntries(read)).toEqual(vector.bits);
      if (vector.entries_count !== undefined) expect(list.entries).toBe(vector.entries_count);
    });
  }

  it('come in the number the index had', () => expect([0, 3]).toContain(vectors.length));
});
