/** Members that several versions of the standard share, read into what may be shown. */
import { linkAddress, parseWebAddress, pictureAddress } from '../badge/address.ts';
import { holdsEmail } from '../badge/emails.ts';
import { textFromHtml } from '../badge/markup.ts';
import type { Check, RecipientIdentity } from '../badge/report.ts';
import { CAPS, cleanText } from '../badge/text.ts';
import { hasType, isObject, list, member, reference, single, text, wording } from '../json/members.ts';
import { badValue, missing } from './reading.ts';

const HASH = /^(?:sha256|md5)\$[0-9a-f]{32,64}$/i;

/** The name of a badge or an issuer. */
export function nameOf(value: unknown): string | undefined {
  return cleanText(wording(value), CAPS.name);
}

export function descriptionOf(value: unknown): string | undefined {
  return textFromHtml(wording(value), CAPS.description);
}

const MAX_ID = 2_048;

/** An identifier is shown as it is or not at all: one that hides letters, holds somebody's e-mail address or never ends is not. */
export function shownId(id: string | undefined): string | undefined {
  return id === undefined || cleanText(id, MAX_ID) !== id || holdsEmail(id) ? undefined : id;
}

/** A picture: an address, or an Image object with one. The first that may be shown. */
export function imageOf(value: unknown, base?: string): string | undefined {
  for (const item of list(value).slice(0, 10)) {
    const address = pictureAddress(reference(item), base);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** Criteria: the address of a page, or the narrative in place. */
export function criteriaOf(value: unknown, base?: string): string | undefined {
  for (const item of list(value).slice(0, 10)) {
    const address = linkAddress(reference(item), base);
    if (address !== undefined && parseWebAddress(reference(item), isObject(item) ? undefined : base)) return address;
    const narrative = isObject(item) ? textFromHtml(wording(member(item, 'narrative')), CAPS.narrative) : undefined;
    if (narrative !== undefined) return narrative;
  }
  return undefined;
}

/** Evidence: addresses, or the narrative where there is none. Each once: JSON-LD has it as a set. */
export function evidenceOf(value: unknown, base?: string): string[] {
  const found = list(value)
    .slice(0, CAPS.evidence)
    .flatMap((item) => {
      const named = reference(item);
      // `_:b1` is a blank node's name, no address.
      const address = named?.startsWith('_:') ? undefined : linkAddress(named, isObject(item) ? undefined : base);
      if (address !== undefined) return address;
      if (!isObject(item)) return [];
      return textFromHtml(wording(member(item, 'narrative')), CAPS.narrative) ?? nameOf(member(item, 'name')) ?? [];
    });
  return [...new Set(found)];
}

/** Tags and the names of what the badge is aligned with, each once. */
export function skillsOf(tags: unknown, alignment: unknown): string[] {
  const found = new Map<string, string>();
  const names = [
    ...list(tags).flatMap((tag) => wording(tag) ?? []),
    ...list(alignment).flatMap((item) =>
      isObject(item) ? (wording(member(item, 'targetName')) ?? wording(member(item, 'name')) ?? []) : [],
    ),
  ];
  for (const name of names.slice(0, 1_000)) {
    const skill = cleanText(name, CAPS.skill);
    if (skill !== undefined && !found.has(skill.toLowerCase())) found.set(skill.toLowerCase(), skill);
    if (found.size >= CAPS.skills) break;
  }
  return [...found.values()];
}

/** A person's name. What looks like an e-mail address or a hash is none. */
export function personName(value: unknown): string | undefined {
  const name = cleanText(wording(value), CAPS.person);
  return name === undefined || holdsEmail(name) || name.includes('@') || HASH.test(name) ? undefined : name;
}

/**
 * One IdentityObject of Open Badges 1.x and 2.0 (`identity`, `type`) or 3.0 (`identityHash`, `identityType`). Null when it holds no identity.
 * `hashed` is believed only as far as the text looks so: a hash is never compared as clear text.
 */
export function recipientOf(value: unknown): RecipientIdentity | null {
  if (!isObject(value)) return null;
  const said = (name: string) => plainValue(member(value, name));
  const identity = text(said('identity')) ?? text(said('identityHash'));
  if (identity === undefined || identity.length > 500) return null;
  const declared = said('hashed');
  const looksHashed = HASH.test(identity);
  const hashed = looksHashed || declared === true || text(declared)?.toLowerCase() === 'true';
  const type = text(said('identityType')) ?? text(said('type')) ?? 'email';
  const salt = said('salt');
  return { type: type.slice(0, 40), identity, hashed, ...(typeof salt === 'string' && salt !== '' && { salt }) };
}

/** JSON-LD has other ways to write a value, and a proof over RDF covers them all: who it is must not depend on how whoever presents the badge wrote it. */
function plainValue(value: unknown): unknown {
  const one = single(value);
  return isObject(one) ? member(one, '@value') : one;
}

/** The recipients of an assertion of 1.x or 2.0, with what is wrong about them. The standard knows one; a list of several is read all the same. */
export function recipientsOf(value: unknown): { recipients: RecipientIdentity[]; problems: Check[] } {
  const items = list(value);
  if (items.length === 0) return { recipients: [], problems: [missing('recipient')] };
  const recipients = items.slice(0, 20).map(recipientOf);
  const readable = recipients.filter((recipient) => recipient !== null);
  if (readable.length < recipients.length) return { recipients: readable, problems: [badValue('recipient')] };
  return { recipients: readable, problems: readable.some(isWeak) ? [weakHash()] : [] };
}

export function isWeak(recipient: RecipientIdentity): boolean {
  return /^md5\$/i.test(recipient.identity);
}

export function weakHash(): Check {
  return { id: 'recipient', outcome: 'warn', code: 'recipient-weak-hash', detail: 'md5' };
}

/** The name in the `recipientProfile` extension, which Badgr and others add. */
export function profileName(value: unknown): string | undefined {
  for (const item of list(value)) {
    if (isObject(item) && !hasType(item, 'Issuer')) {
      const name = personName(member(item, 'name'));
      if (name !== undefined) return name;
    }
  }
  return undefined;
}
