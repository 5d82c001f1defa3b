import { schemaOrgPerson } from '../embed/schema-org.ts';
import { plainLine, plainLines } from '../escape/line.ts';
import { jsonLdScript } from '../escape/script-json.ts';
import { httpsAddress } from '../escape/url.ts';
import type { SharedBadge } from '../types.ts';
import type { ProfilePerson } from './types.ts';

/** The page as schema.org data: a `ProfilePage` about a `Person` with `hasCredential`. `now`: milliseconds since the epoch. */
export function profileData(person: ProfilePerson, badges: readonly SharedBadge[], now: number): string {
  const headline = plainLine(person.headline);
  const sites = person.links.map(({ address }) => httpsAddress(address)).filter((address) => address !== null);
  const languages = plainLines(person.languages);
  // Members without a value are not written at all.
  const data = {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    inLanguage: person.language,
    dateCreated: new Date(now).toISOString().slice(0, 10),
    mainEntity: {
      ...schemaOrgPerson(badges, person.name),
      // Who gives no name wants none said, the badges' neither.
      ...(plainLine(person.name) === '' && { name: undefined }),
      description: headline === '' ? undefined : headline,
      sameAs: sites.length === 0 ? undefined : sites,
      knowsLanguage: languages.length === 0 ? undefined : languages,
    },
  };
  return jsonLdScript(data);
}
