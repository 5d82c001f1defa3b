import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../../utils/badge/verdict.ts';
import { proveSignedAssertion } from '../../../../utils/credentials/signed-assertion.ts';
import { createReader } from '../../../../utils/net/reader.ts';
import { judgeCredentialDates } from '../../../../utils/openbadges/v3/dates.ts';
import { judgeStructure } from '../../../../utils/openbadges/v3/structure.ts';
import { judgeJwt } from '../../../../utils/proofs/jose/judge-jwt.ts';
import { raiseToHttps } from '../../../../utils/verify/raise-to-https.ts';
import { answerOf, fetchOf, type Vector, vectorFile, vectorsOf } from '../../../conformance/vector-world.ts';

const textOf = (vector: Vector) => vectorFile(vector.file).toString('utf8');
const toolsOf = (vector: Vector) => ({
  reader: raiseToHttps(createReader(fetchOf(vector)), []),
  now: new Date(vector.now),
});

describe('vectors of VC-JWTs', () => {
  const vectors = vectorsOf('ob3-jwt', 'vc-jose');
  for (const vector of vectors) {
    it(vector.id, async () => {
      const tools = toolsOf(vector);
      const proved = await judgeJwt(textOf(vector), tools);
      const { credential } = proved;
      const checks = [
        ...proved.checks,
        ...(credential ? judgeStructure(credential) : []),
        ...(credential ? judgeCredentialDates(credential, proved, tools.now).checks : []),
      ];
      const verdict = verdictOf([
        { id: 'format', outcome: 'pass', code: 'format-ok' },
        { id: 'status', outcome: 'pass', code: 'status-ok' },
        ...checks,
      ]);
      const accepted = [vector.expected, ...(vector.also_acceptable ?? [])];
      expect(accepted, JSON.stringify(checks)).toContain(answerOf(verdict));
      expect(proved.proved || verdict !== 'verified').toBe(true);
    });
  }
  it('come in the number the index had', () => expect([0, 20]).toContain(vectors.length));
});

describe('vectors of signed assertions', () => {
  const vectors = vectorsOf('ob1-signed', 'ob2-signed');
  for (const vector of vectors) {
    it(vector.id, async () => {
      const examined = await proveSignedAssertion(textOf(vector), toolsOf(vector));
      const accepted = [vector.expected, ...(vector.also_acceptable ?? [])];
      expect(accepted, JSON.stringify(examined.checks)).toContain(answerOf(examined.verdict));
    });
  }
  it('come in the number the index had', () => expect([0, 10]).toContain(vectors.length));
});
