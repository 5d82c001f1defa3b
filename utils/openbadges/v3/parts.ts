/** What hangs on a credential (endorsements) and what stands in it (the credentials of a CLR or a presentation). Each is to be verified by itself. */
import { hasType, idOf, isObject, type JsonObject, list, member, single, text } from '../../json/members.ts';
import { detectCompact } from '../detect.ts';
import { achievementOf, subjectOf, subjectsOf } from './subject.ts';

const MAX_ENDORSEMENTS = 10;
const MAX_CONTAINED = 50;

/** A credential as it stands in another one: an object with its own proof, or a compact JWS. */
export type PartDocument = JsonObject | string;

export interface PartList<Part> {
  items: Part[];
  /** Entries that are no credential in any form. */
  unreadable: number;
  /** Entries beyond the number that is looked at. */
  omitted: number;
}

export interface EndorsementPart {
  document: PartDocument;
  /** Identifiers of what it may be about, where it hangs: its subject should be one of them. */
  about: string[];
}

/** The endorsements of the credential itself, of its achievement and of the profiles that answer for them. */
export function endorsementsOf(credential: JsonObject): PartList<EndorsementPart> {
  const issuer = single(member(credential, 'issuer'));
  const subject = subjectOf(credential);
  const achievement = achievementOf(credential);
  const creator = achievement && single(member(achievement, 'creator'));
  const source = subject && single(member(subject, 'source'));
  const profiles = [issuer, creator, source];
  // On the credential: "about the credential, and the achievement and profiles in the credential" (Open Badges 3.0, AchievementCredential).
  const places: { at: unknown; about: readonly unknown[] }[] = [
    { at: credential, about: [credential, achievement, ...profiles] },
    { at: achievement, about: [achievement, creator] },
    ...profiles.map((profile) => ({ at: profile, about: [profile] })),
  ];
  const entries = places.flatMap(({ at, about }) => {
    const names = [...new Set(about.flatMap(nameOf))];
    return isObject(at) ? endorsementEntries(at).map((document) => ({ document, about: names })) : [];
  });
  const readable = entries.flatMap(({ document, about }) => (document === null ? [] : [{ document, about }]));
  return bounded(readable, entries.length, MAX_ENDORSEMENTS);
}

function endorsementEntries(place: JsonObject): (PartDocument | null)[] {
  return [...list(member(place, 'endorsement')), ...list(member(place, 'endorsementJwt'))].map(partDocument);
}

/** The identifier of an object, or the identifier that stands in its place. */
function nameOf(value: unknown): string[] {
  const name = isObject(value) ? idOf(value) : text(value);
  return name === undefined ? [] : [name];
}

/** The credentials inside a CLR (`credentialSubject.verifiableCredential`) or a presentation (`verifiableCredential`). */
export function containedOf(document: JsonObject): PartList<PartDocument> {
  const places = [document, ...subjectsOf(document)];
  const entries = places.flatMap((place) => list(member(place, 'verifiableCredential'))).map(partDocument);
  return bounded(
    entries.filter((entry) => entry !== null),
    entries.length,
    MAX_CONTAINED,
  );
}

function bounded<Part>(readable: Part[], all: number, cap: number): PartList<Part> {
  const items = readable.slice(0, cap);
  return { items, unreadable: all - readable.length, omitted: readable.length - items.length };
}

/** One entry as a document to be verified; an address alone, which nobody signed, is none. */
function partDocument(value: unknown): PartDocument | null {
  const compact = compactText(value);
  if (compact !== null) return compact;
  return isObject(value) && Object.keys(value).length > 0 && !isEnvelope(value) ? value : null;
}

/**
 * The compact text of a JWT as it stands, or of one in an envelope: `EnvelopedVerifiableCredential` and `…Presentation` carry it in a `data:` URL as
 * their `id` (VCDM 2.0, 4.13). Null for everything else.
 */
export function compactText(value: unknown): string | null {
  if (isObject(value)) return isEnvelope(value) ? compactText(dataOf(idOf(value))) : null;
  const words = text(value);
  return words !== undefined && detectCompact(words) !== null ? words : null;
}

function isEnvelope(value: JsonObject): boolean {
  return hasType(value, 'EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation');
}

/** What a `data:application/vc+jwt,…` URL holds. Media types of JOSE carry plain text, never base64. */
function dataOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : /^data:application\/[\w.+-]{1,40},(.+)$/is.exec(address)?.[1];
}
