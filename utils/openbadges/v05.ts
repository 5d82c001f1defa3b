import { parseWebAddress } from '../badge/address.ts';
import type { Check, RecipientIdentity } from '../badge/report.ts';
import { isObject, type JsonObject, member, text } from '../json/members.ts';
import {
  criteriaOf,
  descriptionOf,
  evidenceOf,
  imageOf,
  isWeak,
  nameOf,
  recipientOf,
  skillsOf,
  weakHash,
} from './fields.ts';
import { type AssertionReading, badValue, type ClassReading, missing, type VersionReader } from './reading.ts';

/**
 * Open Badges 0.5 (2011–12): one document holds assertion, class and issuer; it has no address of its own, so the place it was fetched from speaks
 * for it, and that place must be the issuer's origin.
 */
export const v05: VersionReader = {
  ownAddress: () => undefined,

  assertion(document, base): AssertionReading {
    const { recipients, problems } = recipient(document);
    const badge = member(document, 'badge');
    if (!isObject(badge)) problems.push(missing('badge'));
    return {
      standard: 'OB0.5',
      recipients,
      issuedOn: member(document, 'issued_on'),
      expires: member(document, 'expires'),
      evidence: evidenceOf(member(document, 'evidence'), issuerBase(badge, base)),
      badge,
      problems,
    };
  },

  badgeClass(document, base): ClassReading {
    const problems: Check[] = [];
    const name = nameOf(member(document, 'name'));
    if (name === undefined) problems.push(missing('badge.name'));
    for (const required of ['description', 'image', 'criteria']) {
      if (text(member(document, required)) === undefined) problems.push(missing(`badge.${required}`));
    }
    const issuer = member(document, 'issuer');
    if (!isObject(issuer)) problems.push(missing('badge.issuer'));
    const at = issuerBase(document, base);
    return {
      name,
      description: descriptionOf(member(document, 'description')),
      image: imageOf(member(document, 'image'), at),
      criteria: criteriaOf(member(document, 'criteria'), at),
      skills: skillsOf(member(document, 'tags'), member(document, 'alignment')),
      issuer,
      problems,
    };
  },

  issuer(document) {
    const name = nameOf(member(document, 'name'));
    const url = originOf(document)?.href;
    const problems: Check[] = name === undefined ? [missing('badge.issuer.name')] : [];
    if (url === undefined) problems.push(badValue('badge.issuer.origin'));
    return { name, url, problems };
  },
};

/** The issuer's origin, with the scheme put in where it was left out. */
export function originOf(issuer: JsonObject): URL | null {
  const origin = text(member(issuer, 'origin'));
  if (origin === undefined) return null;
  const url = parseWebAddress(
    /^[a-z][a-z0-9+.-]*:/i.test(origin) && !/^[^/]*:\d/.test(origin) ? origin : `https://${origin}`,
  );
  if (url) url.protocol = 'https:';
  return url;
}

/** The origin rule: the host that answered is the issuer's. */
export function ownedByOrigin(issuer: JsonObject, servedFrom: string): boolean {
  const origin = originOf(issuer);
  const place = parseWebAddress(servedFrom);
  return origin !== null && place !== null && origin.host === place.host;
}

/** Relative addresses are relative to the issuer's origin. */
function issuerBase(badge: unknown, base: string): string {
  const issuer = isObject(badge) ? member(badge, 'issuer') : undefined;
  return (isObject(issuer) && originOf(issuer)?.href) || base;
}

function recipient(document: JsonObject): { recipients: RecipientIdentity[]; problems: Check[] } {
  const value = member(document, 'recipient');
  if (value === undefined) return { recipients: [], problems: [missing('recipient')] };
  const identity = recipientOf({ type: 'email', identity: value, salt: member(document, 'salt') });
  if (identity === null) return { recipients: [], problems: [badValue('recipient')] };
  return { recipients: [identity], problems: isWeak(identity) ? [weakHash()] : [] };
}
