import { parseWebAddress } from '../badge/address.ts';
import { isObject, type JsonObject, list, member, texts } from '../json/members.ts';

export type Scope = 'in' | 'out' | 'unreadable';

/**
 * May the issuer's Profile be spoken for by an assertion at this address (Open Badges 2.0, VerificationObject)? Both tests must hold:
 * `allowedOrigins` (absent: the authority of the Profile's own id) names the assertion's host, and `startsWith`, if there, begins its address.
 * `startsWith` alone would let `https://example.org` speak for `https://example.org.evil.example`.
 *
 * `profile` is the document fetched from the issuer's own id, never an embedded copy.
 */
export function scopeOf(assertionId: string, profile: JsonObject, profileId: string): Scope {
  const assertion = parseWebAddress(assertionId);
  const owner = parseWebAddress(profileId);
  if (!assertion || !owner) return 'unreadable';
  const rules = list(member(profile, 'verification'));
  if (rules.some((rule) => !isObject(rule))) return 'unreadable';
  const objects = rules.filter(isObject);
  if (objects.length === 0) return assertion.host === owner.host ? 'in' : 'out';
  const answers = objects.map((rule) => follows(assertion, owner, rule));
  if (answers.includes('in')) return 'in';
  return answers.includes('unreadable') ? 'unreadable' : 'out';
}

function follows(assertion: URL, owner: URL, rule: JsonObject): Scope {
  const declared = list(member(rule, 'allowedOrigins'));
  const prefixes = list(member(rule, 'startsWith'));
  if (![...declared, ...prefixes].every((entry) => typeof entry === 'string')) return 'unreadable';
  const origins = declared.length === 0 ? [owner.host] : texts(declared).map(hostOf);
  if (!origins.includes(assertion.host)) return 'out';
  const starts = texts(prefixes);
  const address = schemeless(assertion.href);
  return prefixes.length === 0 || starts.some((start) => address.startsWith(schemeless(start))) ? 'in' : 'out';
}

/** `allowedOrigins` has bare host names; some issuers wrote whole origins. */
function hostOf(entry: string): string | null {
  return parseWebAddress(/^https?:\/\//i.test(entry) ? entry : `https://${entry}`)?.host ?? null;
}

function schemeless(address: string): string {
  return address.replace(/^https?:\/\//i, '');
}
