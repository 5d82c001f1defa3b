/** Whose credential is it? Identifiers to compare with, and a name to show. */
import type { RecipientIdentity } from '../../badge/report.ts';
import { type JsonObject, list, member, reference, text, wording } from '../../json/members.ts';
import { credentialForm } from '../detect.ts';
import { nameOf, personName, recipientOf } from '../fields.ts';
import { achievementOf, subjectOf, subjectsOf } from './subject.ts';

const MAX_RECIPIENTS = 20;

/** The subject's `id` and `identifier[]` (Open Badges 3.0, IdentityObject). What an endorsement is about is no recipient. */
export function recipientsOf(credential: JsonObject): RecipientIdentity[] {
  const form = credentialForm(credential);
  if (form === 'endorsement' || form === 'presentation') return [];
  return subjectsOf(credential).flatMap(identitiesOf).slice(0, MAX_RECIPIENTS);
}

function identitiesOf(subject: JsonObject): RecipientIdentity[] {
  const found: RecipientIdentity[] = [];
  const id = text(member(subject, 'id'));
  if (id !== undefined && id.length <= 500) found.push({ type: typeOfId(id), identity: id, hashed: false });
  for (const item of list(member(subject, 'identifier')).slice(0, MAX_RECIPIENTS)) {
    const identity = recipientOf(item);
    // A clear name identifies nobody; it is shown (see below).
    if (identity && !(identity.type === 'name' && !identity.hashed))
      found.push({ ...identity, type: plainType(identity.type) });
  }
  return found;
}

/** The words that older versions have for the same things. */
function typeOfId(id: string): string {
  if (/^mailto:/i.test(id)) return 'email';
  if (/^tel:/i.test(id)) return 'telephone';
  return /^https?:/i.test(id) ? 'url' : 'id';
}

/** `IdentityObject` stands where its `identityType` was left out. */
function plainType(type: string): string {
  if (type === 'emailAddress') return 'email';
  return type === 'IdentityObject' ? 'id' : type;
}

/**
 * The person whom the credential names: the subject's `name`, an identifier of type `name`, or its name in parts. The credential's own `name` is its
 * title, save at issuers known to write the earner there. Never an e-mail address.
 */
export function holderNameOf(credential: JsonObject): string | undefined {
  const form = credentialForm(credential);
  if (form === 'endorsement' || form === 'presentation') return undefined;
  const subject = subjectOf(credential);
  if (subject === null) return undefined;
  return (
    personName(member(subject, 'name')) ??
    namedIdentity(subject) ??
    nameInParts(subject) ??
    (titleNamesEarner(credential) ? personName(member(credential, 'name')) : undefined)
  );
}

function namedIdentity(subject: JsonObject): string | undefined {
  for (const item of list(member(subject, 'identifier')).slice(0, MAX_RECIPIENTS)) {
    const identity = recipientOf(item);
    const name = identity && identity.type === 'name' && !identity.hashed ? personName(identity.identity) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** schema.org's parts of a name, as many credentials of other kinds have them. One part alone is no name to compare. */
function nameInParts(subject: JsonObject): string | undefined {
  const [given, additional, family] = ['givenName', 'additionalName', 'familyName'].map((part) =>
    wording(member(subject, part)),
  );
  if (given === undefined || family === undefined) return undefined;
  return personName([given, additional, family].filter((part) => part !== undefined).join(' '));
}

/** Issuers (by the beginning of their identifier) that write the earner's name into the title of the credential. Credly does, since 2025. */
const EARNER_AS_TITLE = [
  'did:web:www.credly.com:api:v1:obi:v3:issuers:',
  'https://www.credly.com/api/v1/obi/v3/issuers/',
];

/** Does this credential's `name` name its earner? Not where the achievement has the same name. */
export function titleNamesEarner(credential: JsonObject): boolean {
  const issuer = reference(member(credential, 'issuer'));
  const achievement = achievementOf(credential);
  if (issuer === undefined || achievement === null) return false;
  if (!EARNER_AS_TITLE.some((beginning) => issuer.startsWith(beginning))) return false;
  const name = nameOf(member(achievement, 'name'));
  return name !== undefined && name !== nameOf(member(credential, 'name'));
}
