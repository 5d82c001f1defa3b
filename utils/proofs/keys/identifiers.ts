/** Identifiers of issuers and of their keys: DIDs and web addresses. Comparing them is what binds a key to an issuer, so it is done in one place. */
import { parseWebAddress, sameAddress } from '../../badge/address.ts';

const LONGEST = 4096;
/** A URI without white space or control characters (RFC 3986, 3.1 for the scheme). */
const URI = /^([A-Za-z][A-Za-z\d+.-]*):[^\s\p{Cc}]+$/u;

export interface MethodId {
  id: string;
  /** What stands before the fragment: whose document describes the method. */
  subject: string;
  /** Without `#`; undefined where there is none. */
  fragment?: string;
}

/** Takes a verification method's identifier apart. Null when it is no absolute identifier. */
export function readMethodId(value: unknown): MethodId | null {
  if (typeof value !== 'string' || value.length > LONGEST || !URI.test(value)) return null;
  const [subject, fragment] = split(value);
  return { id: value, subject, ...(fragment !== undefined && { fragment }) };
}

function split(id: string): [subject: string, fragment: string | undefined] {
  const at = id.indexOf('#');
  return at < 0 ? [id, undefined] : [id.slice(0, at), id.slice(at + 1)];
}

export function schemeOf(id: string): string {
  return (URI.exec(id)?.[1] ?? '').toLowerCase();
}

export function isDid(id: string): boolean {
  return id.startsWith('did:');
}

export function isWeb(id: string): boolean {
  return /^https?:/i.test(id);
}

/** `#key-1` inside a document is a short form. */
export function absoluteId(id: string, documentId: string): string {
  return id.startsWith('#') ? documentId + id : id;
}

/**
 * Do both name the same issuer? A DID is compared as it is written. Two web addresses may differ in what means nothing to a browser (a slash after the
 * bare host, the host's case) and in the scheme: only https is ever asked.
 */
export function sameId(a: string, b: string): boolean {
  if (a === b) return true;
  if (!isWeb(a) || !isWeb(b) || a.includes('#') || b.includes('#')) return false;
  return sameAddress(a, b);
}

/** Do both name the same verification method? */
export function sameMethod(a: string, b: string): boolean {
  if (a === b) return true;
  const [subject, fragment] = split(a);
  const [otherSubject, otherFragment] = split(b);
  return fragment === otherFragment && sameId(subject, otherSubject);
}

/** The https address of a web identifier, without its fragment. */
export function addressOf(id: string): URL | null {
  const url = isWeb(id) ? parseWebAddress(id) : null;
  if (!url) return null;
  url.protocol = 'https:';
  url.hash = '';
  return url;
}

/** Where an identifier lives, in a few words: its host, or the DID itself. */
export function placeOf(id: string): string {
  return addressOf(id)?.host ?? id;
}
