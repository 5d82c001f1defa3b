/**
 * Badges as schema.org data for search engines: a `Person` with `hasCredential`. `validFrom` is left out: schema.org does not give it to credentials.
 */
import { plainLine, plainLines } from '../escape/line.ts';
import { jsonLdScript } from '../escape/script-json.ts';
import { httpsAddress } from '../escape/url.ts';
import type { SharedBadge } from '../types.ts';
import { isoDay } from './shown.ts';

/** The person, as an object. `person` outranks whom the badges name; where these name several, none is. */
export function schemaOrgPerson(badges: readonly SharedBadge[], person?: string): object {
  const named = new Set(badges.map(({ holder }) => plainLine(holder)).filter((name) => name !== ''));
  const name = plainLine(person) || (named.size === 1 ? [...named].join('') : '');
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: given(name),
    hasCredential: badges.map(credential),
  };
}

/** The same for a page's head or body. */
export function schemaOrgScript(badges: readonly SharedBadge[], person?: string): string {
  return jsonLdScript(schemaOrgPerson(badges, person));
}

function credential(badge: SharedBadge): object {
  const skills = plainLines(badge.skills);
  return {
    '@type': 'EducationalOccupationalCredential',
    name: given(plainLine(badge.name)),
    description: given(plainLine(badge.description)),
    credentialCategory: 'badge',
    recognizedBy: {
      '@type': 'Organization',
      name: given(plainLine(badge.issuer.name)),
      url: httpsAddress(badge.issuer.url) ?? undefined,
    },
    // What makes the claim checkable.
    url: httpsAddress(badge.url) ?? undefined,
    image: httpsAddress(badge.image) ?? undefined,
    identifier: given(plainLine(badge.credentialId)),
    competencyRequired: skills.length === 0 ? undefined : skills,
    dateCreated: isoDay(badge.issuedOn),
    expires: isoDay(badge.expires),
  };
}

/** Members without a value are not written at all. */
function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}
