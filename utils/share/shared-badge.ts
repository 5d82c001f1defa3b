import { hideEmails, holdsEmail } from '../badge/emails.ts';
import { readInstant } from '../badge/instant.ts';
import { CAPS, cleanText } from '../badge/text.ts';
import { cleanAddress } from './clean-address.ts';
import { type Place, publicAddress } from './public-address.ts';
import type { SharedBadge } from './types.ts';

/** What a shared badge is made of: the wallet's facts, or a report's badge. Whatever else they have does not leave. */
export interface ShareableFacts extends Place {
  name: string;
  issuer: { name: string; url?: string };
  recipientName?: string;
  issuedOn?: string;
  expires?: string;
  description?: string;
  skills: readonly string[];
  image?: string;
}

/** A platform's number, not a path: `UC-12AB34CD`, a UUID. */
const NUMBER = /^[\w-]{4,80}$/;
const NAMED = /^(?:urn|did):[\w:.%#;/-]{4,200}$/i;
/** These hosts' picture addresses stop working after a while. */
const PASSING = /(?:^|\.)(?:accredible\.com|credential\.net)$/;

function words(value: string | undefined, cap: number, lines = false): string | undefined {
  const text = cleanText(value, cap, lines);
  return text && hideEmails(text);
}

/** The same where there may be no address, or no name (''): a list of badges names them all. */
export type SharedFacts = Omit<SharedBadge, 'url'> & { url?: string };

/**
 * A badge as others get to see it. `holder` is the name to put beside it, where the badge's own is not to be used. null where there is no name or no
 * public address: then there is nothing to share. Whether it may be shared is another question (obstacles.ts).
 */
export function sharedBadge(facts: ShareableFacts, holder = facts.recipientName): SharedBadge | null {
  const { url, ...shared } = sharedFacts(facts, holder);
  return url !== undefined && shared.name !== '' ? { ...shared, url } : null;
}

/** What of it may leave, address or not. */
export function sharedFacts(facts: ShareableFacts, holder = facts.recipientName): SharedFacts {
  const url = publicAddress(facts);
  const site = cleanAddress(facts.issuer.url);
  const person = words(holder, CAPS.person);
  const description = words(facts.description, CAPS.description, true);
  const issuedOn = readInstant(facts.issuedOn)?.iso;
  const expires = readInstant(facts.expires)?.iso;
  const image = pictureOf(facts.image);
  const credentialId = credentialIdOf(facts);
  return {
    name: words(facts.name, CAPS.name) ?? '',
    issuer: { name: words(facts.issuer.name, CAPS.name) ?? '', ...(site && { url: site }) },
    ...(person && { holder: person }),
    ...(issuedOn && { issuedOn }),
    ...(expires && { expires }),
    ...(description && { description }),
    ...(url !== undefined && { url }),
    ...(image && { image }),
    skills: skillsOf(facts.skills),
    ...(credentialId && { credentialId }),
    ...(facts.platform && { platform: { id: facts.platform.id, badge: facts.platform.badge } }),
  };
}

function skillsOf(skills: readonly string[]): string[] {
  const cleaned = skills.slice(0, CAPS.skills).map((skill) => words(skill, CAPS.skill));
  return [...new Set(cleaned.filter((skill) => skill !== undefined))];
}

/** Signed addresses fall out with their keys; what was written as http is not known to be there over https. */
function pictureOf(image: string | undefined): string | undefined {
  const address = image && /^https:/i.test(image) ? cleanAddress(image) : undefined;
  return address && !PASSING.test(new URL(address).hostname) ? address : undefined;
}

/** The platform's number; else the name the document gives itself, where that is no web address (the link says that already). */
function credentialIdOf({ platform, id }: ShareableFacts): string | undefined {
  if (platform && platform.id !== 'openbadges' && NUMBER.test(platform.badge)) return platform.badge;
  return id && NAMED.test(id) && !holdsEmail(id) ? id : undefined;
}
