/** Embedded proofs (W3C Verifiable Credential Data Integrity 1.0): does each hold, and is its key the issuer's? */
import type { CheckOutcome } from '../../badge/check.ts';
import type { Check, SignatureFact } from '../../badge/report.ts';
import { type JsonObject, list, member } from '../../json/members.ts';
import type { DocumentTools } from '../../net/types.ts';
import { findKey } from '../keys/find-key.ts';
import type { FoundKey, JudgedProof, VerificationKey } from '../types.ts';
import { type ReadProof, readProof } from './proof-form.ts';
import { disclosedData } from './selective.ts';
import { jsonData, rdfData, SignedDocument } from './signed-data.ts';
import { verifySignature } from './verify-signature.ts';

const MOST_PROOFS = 8;

/**
 * Judges every proof of a document for itself: one may hold where others do not, and it is for the caller to say how many must. Empty when there is none.
 * `issuer` is who is said to vouch. Never throws for bad input.
 */
export async function judgeDocumentProofs(
  document: JsonObject,
  issuer: string,
  tools: DocumentTools,
): Promise<JudgedProof[]> {
  const proofs = list(member(document, 'proof'));
  const signed = new SignedDocument(document, tools.contexts ?? {});
  const judged = await Promise.all(
    proofs.slice(0, MOST_PROOFS).map((proof) => judgeProof(proof, signed, issuer, tools)),
  );
  if (proofs.length > MOST_PROOFS) {
    const check: Check = { id: 'format', outcome: 'unknown', code: 'format-too-many-parts' };
    judged.push({ holds: false, bound: false, checks: [check], fact: { suite: '', outcome: 'unknown' } });
  }
  return judged;
}

async function judgeProof(
  value: unknown,
  signed: SignedDocument,
  issuer: string,
  tools: DocumentTools,
): Promise<JudgedProof> {
  const reading = readProof(value, tools.now);
  if (!reading.ok) return conclude([reading.check], reading.fact, null);
  const { proof } = reading;
  const { method } = proof;
  const [found, claim] = await Promise.all([
    findKey({ method, issuer, kinds: proof.suite.kinds }, tools),
    prepare(proof, signed),
  ]);
  const checks: Check[] = [];
  if (!claim.ok) checks.push(claim.problem);
  else if (found.key) {
    const fits = await claim.holdsWith(found.key);
    const { name } = proof.suite;
    if (fits) checks.push({ id: 'signature', outcome: 'pass', code: 'signature-ok', detail: name }, ...claim.doubts);
    else checks.push({ id: 'signature', outcome: 'fail', code: 'signature-bad', detail: name });
  }
  checks.push(...proof.dates.checks);
  return conclude(checks, reading.fact, found);
}

type Claim =
  | { ok: true; holdsWith(key: VerificationKey): Promise<boolean>; doubts: readonly Check[] }
  | { ok: false; problem: Check };

/** All that can be done before the key is there. */
async function prepare(proof: ReadProof, signed: SignedDocument): Promise<Claim> {
  const { suite, value } = proof;
  if (!(value instanceof Uint8Array)) {
    const disclosed = await disclosedData(signed, proof, value);
    if (!disclosed.ok) return disclosed;
    const { data, doubts } = disclosed;
    return {
      ok: true,
      doubts,
      holdsWith: async (key) => data.statementsHold && verifySignature(key, value.baseSignature, data.signed),
    };
  }
  // The length tells the curve, and with it the hash (VC Data Integrity ECDSA). WebCrypto refuses a signature of another length than its key's.
  const sha = value.length === 96 ? 'SHA-384' : 'SHA-256';
  const data = await (suite.form === 'json' ? jsonData : rdfData)(signed, proof, sha);
  return data.ok ? { ok: true, doubts: data.doubts, holdsWith: (key) => verifySignature(key, value, data.data) } : data;
}

/**
 * A proof holds when its signature fits and its document can be read in one way only: nothing about it may be open. Whether it is in its time is told
 * beside that: what has ended was not forged.
 */
function conclude(checks: readonly Check[], fact: Omit<SignatureFact, 'outcome'>, found: FoundKey | null): JudgedProof {
  const own = gravest(checks.filter(({ id }) => id !== 'dates'));
  const all = found ? [...checks, found.check] : [...checks];
  const holds = own === 'pass' && checks.some(({ code }) => code === 'signature-ok');
  return {
    holds,
    bound: found?.bound ?? false,
    checks: all,
    fact: { ...fact, ...(found?.from !== undefined && { keyFrom: found.from }), outcome: gravest(all) },
    ...(found?.retryAt !== undefined && { retryAt: found.retryAt }),
  };
}

/** `unknown` when there is nothing to go by. */
function gravest(checks: readonly Check[]): CheckOutcome {
  const outcomes = checks.map(({ outcome }) => outcome);
  if (outcomes.includes('fail')) return 'fail';
  if (outcomes.includes('unknown') || outcomes.length === 0) return 'unknown';
  return outcomes.includes('warn') ? 'warn' : 'pass';
}
