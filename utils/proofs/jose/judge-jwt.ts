/** A credential as a JWT: its envelope, its claims and its one signature (Open Badges 3.0, "JSON Web Token Proof Format"; VC-JOSE-COSE). */
import type { Check, SignatureFact } from '../../badge/report.ts';
import { type JsonObject, member, reference, text } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import type { DocumentTools } from '../../net/types.ts';
import { kindFor } from '../keys/crypto-key.ts';
import { findJwtKey } from '../keys/find-jwt-key.ts';
import type { FoundKey, ProvedCredential } from '../types.ts';
import { openPayload } from './claims.ts';
import { keyUseOf, type ReadJws, readJws } from './read-jws.ts';
import { verifyJws } from './verify-jws.ts';

/** Open Badges 3.0 says `JWT`, VC-JOSE-COSE `vc+jwt`; both are met (DESIGN section 6, policy 1). */
const TYPES = new Set(['jwt', 'vc+jwt', 'vc+ld+jwt']);

/** Judges a compact VC-JWT: a credential, never a presentation. Never throws for bad input. The key decides how the signature is tried, and only the issuer's own document whose key it is. */
export async function judgeJwt(compact: string, tools: DocumentTools): Promise<ProvedCredential> {
  const jws = readJws(compact);
  if (!jws.ok) return { credential: null, proved: false, checks: [jws.check], facts: [] };
  const { credential, checks, ...dates } = openPayload(jws.payload);
  const issuer = reference(member(credential, 'issuer'));
  const rest = { credential, ...(issuer !== undefined && { issuer }), ...dates };
  const badType = typeProblem(jws.header);
  if (badType) return { ...rest, proved: false, checks: [badType, ...checks], facts: [factOf(jws, null, badType)] };
  const use = keyUseOf(jws);
  if (typeof use !== 'string')
    return { ...rest, proved: false, checks: [use, ...checks], facts: [factOf(jws, null, use)] };

  const found = await findJwtKey(
    { kid: member(jws.header, 'kid'), jwk: member(jws.header, 'jwk') },
    { issuer: issuer ?? '', kinds: [kindFor(use)] },
    tools,
  );
  const holds = found.key !== null && (await verifyJws(jws.compact, found.key, use, jws.alg));
  const signature = signatureCheck(jws, found, holds);
  const told = signature ? [signature, found.check] : [found.check];
  const contradicted = checks.some(({ outcome }) => outcome === 'fail');
  return {
    ...rest,
    proved: holds && found.bound && !contradicted,
    checks: [...told, ...checks],
    facts: [factOf(jws, found, signature ?? found.check)],
    ...(found.retryAt !== undefined && { retryAt: found.retryAt }),
  };
}

/** Without a key nothing is known about the signature. */
function signatureCheck({ alg }: ReadJws, found: FoundKey, holds: boolean): Check | null {
  if (found.key === null) return null;
  return holds
    ? { id: 'signature', outcome: 'pass', code: 'signature-ok', ...detailOf(alg) }
    : { id: 'signature', outcome: 'fail', code: 'signature-bad', ...detailOf(alg) };
}

function typeProblem(header: JsonObject): Check | null {
  const typ = member(header, 'typ');
  if (typ === undefined) return null;
  const name =
    typeof typ === 'string'
      ? typ
          .trim()
          .toLowerCase()
          .replace(/^application\//, '')
      : '';
  return TYPES.has(name) ? null : { id: 'signature', outcome: 'fail', code: 'signature-malformed', detail: 'typ' };
}

function factOf({ alg, header }: ReadJws, found: FoundKey | null, deciding: Check): SignatureFact {
  const method = text(member(header, 'kid')) ?? found?.key?.id;
  const outcome = found && deciding.outcome === 'pass' ? found.check.outcome : deciding.outcome;
  return {
    suite: alg.slice(0, 40),
    ...(method !== undefined && { method: method.slice(0, 2_048) }),
    ...(found?.from !== undefined && { keyFrom: found.from }),
    outcome,
  };
}
