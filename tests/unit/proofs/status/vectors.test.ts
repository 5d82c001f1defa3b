import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../../utils/badge/verdict.ts';
import { isObject, type JsonObject } from '../../../../utils/json/members.ts';
import { createReader } from '../../../../utils/net/reader.ts';
import { proveCredential } from '../../../../utils/proofs/prove.ts';
import { decodeStatusList } from '../../../../utils/proofs/status/decode-list.ts';
import { answerOf, contextsOf, fetchOf, vectorFile, vectorsOf } from '../../../conformance/vector-world.ts';
import { judgeWith } from './lists.ts';

const textOf = (file: string) => vectorFile(file).toString('utf8');

describe('vectors of badges with a status', () => {
  const vectors = vectorsOf('ob3-status');
  for (const vector of vectors) {
    it(vector.id, async () => {
      const document: unknown = JSON.parse(textOf(vector.file));
      if (!isObject(document)) throw new Error('no object');
      const reader = createReader(fetchOf(vector));
      const tools = { reader, now: new Date(vector.now), contexts: contextsOf() };
      const { proved, issuer = '' } = await proveCredential({ document: document as JsonObject }, tools);
      expect(proved).toBe(true);
      const { checks } = await judgeWith(document, issuer, tools);
      const verdict = verdictOf([
        { id: 'format', outcome: 'pass', code: 'format-ok' },
        { id: 'signature', outcome: 'pass', code: 'signature-ok' },
        { id: 'key', outcome: 'pass', code: 'key-ok' },
        { id: 'dates', outcome: 'pass', code: 'dates-ok' },
        ...checks,
      ]);
      expect([vector.expected, ...(vector.also_acceptable ?? [])], JSON.stringify(checks)).toContain(answerOf(verdict));
    });
  }
  it('come in the number the index had', () => expect([0, 13]).toContain(vectors.length));
});

describe('vectors of lists', () => {
  const vectors = vectorsOf('status-list');
  for (const vector of vectors) {
    it(vector.id, async () => {
      const list = await decodeStatusList(textOf(vector.file));
      if (!list.ok) throw new Error('unreadable');
      const read = Object.keys(vector.bits ?? {}).map((index) => [index, list.valueAt(Number(index))]);
      expect(Object.fromEntries(read)).toEqual(vector.bits);
      if (vector.entries_count !== undefined) expect(list.entries).toBe(vector.entries_count);
    });
  }
  it('come in the number the index had', () => expect([0, 3]).toContain(vectors.length));
  it.each(['', '{', '[]', 'null', 'a.b.c', '{"credentialSubject":7}', '{"credentialSubject":{"encodedList":"uAA"}}'])(
    'what is none is none: %j',
    async (text) => expect(await decodeStatusList(text)).toMatchObject({ ok: false }),
  );
});
