/**
 * Whose is a credential that is kept with a badge? A host may serve a picture that has another badge baked in, a backup may hold anything: given on as this
 * badge's, it would be taken for it.
 */
import { sameAddress } from '../../badge/address.ts';
import { fromBase64Url } from '../../bytes/base64.ts';
import { isObject, type JsonObject, member, text } from '../../json/members.ts';
import { readJson } from '../../net/json.ts';
import { detect, detectCompact, verificationOf } from '../../openbadges/detect.ts';
import { identityOfAddress } from '../identity.ts';
import type { BadgeRow } from '../types.ts';

/**
 * Is it (JSON, a compact JWS, an address) this badge's, by the identifier that it gives itself? Of a signed one the issuer's has to be the same too: an
 * identifier alone could be anybody's. Where neither it nor the badge has one, the issuer has to do.
 */
export function isOwnPayload(payload: string, { facts, identities }: Pick<BadgeRow, 'facts' | 'identities'>): boolean {
  const { ids, issuer } = namesOf(payload);
  const known = facts.issuer.id;
  if (issuer !== undefined && known !== undefined && issuer !== known) return false;
  if (ids.length === 0 && facts.id === undefined) return issuer !== undefined && issuer === known;
  return ids.some((id) => {
    if (facts.id !== undefined && (id === facts.id || sameAddress(id, facts.id))) return true;
    const identity = identityOfAddress(id);
    return identity !== undefined && identities.includes(identity);
  });
}

export function isAddress(payload: string): boolean {
  return /^\s*https?:/i.test(payload);
}

/** `issuer`: of a signed one. A hosted one is whatever is at its address. */
function namesOf(payload: string): { ids: string[]; issuer?: string | undefined } {
  const words = payload.trim();
  if (isAddress(words)) return { ids: [words] };
  const claims = detectCompact(words) === null ? null : claimsOf(words);
  const value = claims ?? objectIn(words);
  if (value === null) return { ids: [] };
  const inner = member(value, 'vc');
  const credential = isObject(inner) ? inner : value;
  const verification = verificationOf(credential);
  const ids = [member(credential, 'id'), verification && member(verification, 'url'), claims && member(claims, 'jti')];
  const isSigned = claims !== null || detect(credential).kind === 'signed';
  return {
    ids: ids.flatMap((id) => text(id) ?? []),
    ...(isSigned && { issuer: issuerOf(credential) ?? text(member(value, 'iss')) }),
  };
}

function issuerOf(credential: JsonObject): string | undefined {
  const issuer = member(credential, 'issuer');
  return text(isObject(issuer) ? member(issuer, 'id') : issuer);
}

/** The second of a JWS's parts, unchecked. */
function claimsOf(compact: string): JsonObject | null {
  const bytes = fromBase64Url(compact.split('.')[1] ?? '');
  return bytes && objectIn(new TextDecoder().decode(bytes));
}

function objectIn(words: string): JsonObject | null {
  const json = readJson(words);
  return json.ok && isObject(json.value) ? json.value : null;
}
