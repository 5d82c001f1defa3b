/** What a JWT says about the credential inside it (Open Badges 3.0, "JSON Web Token Claims"; VC Data Model 1.1, 6.3.1). */
import { fromNumericDate, readInstant } from '../../badge/instant.ts';
import type { Check } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, list, member, reference, text } from '../../json/members.ts';

/** The credential of a payload, with the claims of version 1.1 put where the credential leaves a place empty. */
export interface Payload {
  credential: JsonObject;
  checks: Check[];
  notBefore?: number;
  expires?: number;
}

/** Takes the credential out of a JWT's payload. What is in `vp` is nobody's credential: a presentation is opened by `presentationIn`. */
export function openPayload(payload: JsonObject): Payload {
  const inner = member(payload, 'vc');
  const dates = {
    ...numeric('notBefore', member(payload, 'nbf')),
    ...numeric('expires', member(payload, 'exp')),
  };
  if (!isObject(inner)) {
    const credential = withoutClaims(payload);
    return { credential, checks: [...forbidden(payload, 'vc', 'vp'), ...compare(payload, credential)], ...dates };
  }
  // Two credentials in one envelope (VC-JOSE-COSE, "Securing JSON-LD Verifiable Credentials with JOSE": no `vc` or `vp` beside it).
  if (member(payload, '@context') !== undefined) {
    return { credential: withoutClaims(payload), checks: forbidden(payload, 'vc', 'vp'), ...dates };
  }
  const credential = filled(inner, payload);
  return { credential, checks: [...forbidden(payload, 'vp'), ...compare(payload, credential)], ...dates };
}

/**
 * The presentation of a payload, if it is one: in `vp` with the holder in `iss` (1.1), or the payload itself (2.0). Its type is for the caller to judge.
 * Whoever presents is not whoever issued: nothing of a presentation's own signature is believed, so none of its claims is compared.
 */
export function presentationIn(payload: JsonObject): JsonObject {
  const inner = member(payload, 'vp');
  const alone = ['vc', '@context'].every((name) => member(payload, name) === undefined);
  if (!isObject(inner) || !alone) return withoutClaims(payload);
  const said = { holder: text(member(payload, 'iss')), id: text(member(payload, 'jti')) };
  return { ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)), ...inner };
}

function numeric<N extends string>(name: N, value: unknown): { [K in N]?: number } {
  return (typeof value === 'number' && Number.isFinite(value) ? { [name]: value } : {}) as { [K in N]?: number };
}

function forbidden(payload: JsonObject, ...names: readonly string[]): Check[] {
  return names
    .filter((name) => member(payload, name) !== undefined)
    .map((name) => ({ id: 'format', outcome: 'fail', code: 'format-forbidden-member', detail: name }));
}

const CLAIMS = new Set(['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud', 'nonce', 'cnf', 'vc', 'vp']);

/** Claims are about the envelope; what is shown and checked for form is the credential. */
function withoutClaims(payload: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !CLAIMS.has(name)));
}

/** Version 1.1: the inner credential may leave out what the claims say already. */
function filled(inner: JsonObject, payload: JsonObject): JsonObject {
  const claim = (name: string) => text(member(payload, name));
  const date = (name: string) => fromNumericDate(member(payload, name))?.iso.replace('.000Z', 'Z');
  const given: [string, unknown][] = [
    ['issuer', claim('iss')],
    ['id', claim('jti')],
    ['issuanceDate', member(inner, 'validFrom') === undefined ? date('nbf') : undefined],
    ['expirationDate', member(inner, 'validUntil') === undefined ? date('exp') : undefined],
    ['credentialSubject', subjectWith(member(inner, 'credentialSubject'), claim('sub'))],
  ];
  const missing = given.filter(
    ([name, value]) => value !== undefined && (member(inner, name) === undefined || name === 'credentialSubject'),
  );
  return { ...inner, ...Object.fromEntries(missing) };
}

function subjectWith(subject: unknown, sub: string | undefined): unknown {
  if (sub === undefined || !isObject(subject) || idOf(subject) !== undefined) return undefined;
  return { ...subject, id: sub };
}

/** Claims that are there must agree; absent ones are told (DESIGN section 6, policy 3). */
function compare(payload: JsonObject, credential: JsonObject): Check[] {
  const issuer = reference(member(credential, 'issuer'));
  const subjects = list(member(credential, 'credentialSubject'));
  const subject = subjects.length === 1 && isObject(subjects[0]) ? idOf(subjects[0]) : undefined;
  const checks = [
    compareText('iss', member(payload, 'iss'), issuer),
    compareText('jti', member(payload, 'jti'), idOf(credential)),
    compareText('sub', member(payload, 'sub'), subject),
    compareDate('nbf', member(payload, 'nbf'), beginOf(credential)),
    validDate('exp', member(payload, 'exp')),
  ];
  return checks.filter((check) => check !== null);
}

function beginOf(credential: JsonObject): unknown {
  return member(credential, 'validFrom') ?? member(credential, 'issuanceDate');
}

function compareText(claim: string, said: unknown, meant: string | undefined): Check | null {
  // Nothing inside to contradict: a badge without an id needs no `jti`, one whose recipient has no id no `sub`.
  if (said === undefined) return meant === undefined ? null : absent(claim);
  if (typeof said !== 'string') return differs(claim);
  return meant !== undefined && meant === said.trim() ? null : differs(claim);
}

function compareDate(claim: string, said: unknown, meant: unknown): Check | null {
  if (said === undefined) return absent(claim);
  const own = fromNumericDate(said);
  const inner = meant === undefined ? null : readInstant(meant);
  if (own === null) return differs(claim);
  // A date inside that cannot be read is told where the dates are judged.
  if (inner === null) return meant === undefined ? differs(claim) : null;
  return Math.floor(own.ms / 1000) === Math.floor(inner.ms / 1000) ? null : differs(claim);
}

/** An end in the envelope need not be the badge's own: the earlier of both counts. But it must be a number; which instant that is, is judged with the dates. */
function validDate(claim: string, said: unknown): Check | null {
  return said === undefined || (typeof said === 'number' && Number.isFinite(said)) ? null : differs(claim);
}

function absent(claim: string): Check {
  return { id: 'format', outcome: 'warn', code: 'format-claim-missing', detail: claim };
}

function differs(claim: string): Check {
  return { id: 'format', outcome: 'fail', code: 'format-claim-differs', detail: claim };
}
