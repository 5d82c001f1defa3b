/** Judging the signatures of a credential, whichever way it is secured. */
import type { Check } from '../badge/report.ts';
import { type JsonObject, member, reference } from '../json/members.ts';
import type { DocumentTools } from '../net/types.ts';
import { judgeDocumentProofs } from './data-integrity/judge-document.ts';
import { judgeJwt } from './jose/judge-jwt.ts';
import type { JudgedProof, ProvedCredential } from './types.ts';

export type SecuredCredential = { document: JsonObject } | { jwt: string };

/** Proves a credential by its embedded proofs or by the JWT it came as. Never throws for bad input. */
export async function proveCredential(secured: SecuredCredential, tools: DocumentTools): Promise<ProvedCredential> {
  if ('jwt' in secured) return judgeJwt(secured.jwt, tools);
  const { document } = secured;
  const issuer = reference(member(document, 'issuer'));
  const proofs = await judgeDocumentProofs(document, issuer ?? '', tools);
  return { credential: document, ...(issuer !== undefined && { issuer }), ...weigh(proofs) };
}

/**
 * Several proofs: one that holds and is the issuer's suffices, every other one is only told (Open Badges 3.0 "may accept any one"; DESIGN section 6,
 * policy 2). Where none suffices, one that could not be checked leaves the question open, whatever the others are.
 */
export function weigh(proofs: readonly JudgedProof[]): Omit<ProvedCredential, 'credential' | 'issuer'> {
  const facts = proofs.map(({ fact }) => fact);
  const retryAt = proofs.find((proof) => proof.retryAt !== undefined)?.retryAt;
  const rest = { facts, ...(retryAt !== undefined && { retryAt }) };
  const [first] = proofs;
  if (!first) {
    return { proved: false, checks: [{ id: 'signature', outcome: 'fail', code: 'signature-missing' }], ...rest };
  }
  const good = proofs.find((proof) => isGood(proof));
  // One that has ended was good once: the badge is told as ended, not as forged.
  const ended = proofs.find(({ holds, bound, checks }) => holds && bound && checks.every(isOfDatesOrGood));
  const open = proofs.find(({ checks }) => !checks.some(({ outcome }) => outcome === 'fail'));
  const telling = good ?? ended ?? open ?? first;
  const others = proofs.filter((proof) => proof !== telling && !isGood(proof));
  return {
    proved: telling === good || telling === ended,
    checks: [...telling.checks, ...others.map(({ fact }) => another(fact.suite))],
    ...rest,
  };
}

/** It holds, it is the issuer's, and nothing else about it (its purpose, its end) fails or is open. */
function isGood({ holds, bound, checks }: JudgedProof): boolean {
  return holds && bound && !checks.some(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
}

function isOfDatesOrGood({ id, outcome }: Check): boolean {
  return id === 'dates' || (outcome !== 'fail' && outcome !== 'unknown');
}

function another(suite: string): Check {
  return { id: 'signature', outcome: 'warn', code: 'signature-another-fails', detail: suite };
}
