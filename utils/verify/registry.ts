import { CAPS, cleanText } from '../badge/text.ts';
import { isObject, type JsonObject, member, text } from '../json/members.ts';
import type { TrustedIssuer } from './types.ts';

/** More than any registry of the field lists today (hundreds). */
const MAX_ISSUERS = 20_000;

/**
 * Reads a registry of known issuers in the field's common form (the Digital Credentials Consortium's: `registry`, or `entries`, maps each issuer's
 * identifier to its name). Null when it is none. Only whole identifiers count: a registry never vouches for everybody on a host.
 */
export function readRegistry(document: unknown, listedBy: string): TrustedIssuer[] | null {
  if (!isObject(document)) return null;
  const entries = member(document, 'registry') ?? member(document, 'entries');
  if (!isObject(entries)) return null;
  return Object.entries(entries)
    .slice(0, MAX_ISSUERS)
    .flatMap(([id, about]) => {
      if (!isIdentifier(id)) return [];
      const name = isObject(about) ? nameOf(about) : undefined;
      return [{ id, listedBy, ...(name !== undefined && { name }) }];
    });
}

function nameOf(about: JsonObject): string | undefined {
  return cleanText(text(member(about, 'name')) ?? text(member(about, 'legalName')), CAPS.name);
}

function isIdentifier(id: string): boolean {
  return id.length <= 2_048 && /^(?:did:[a-z\d]+:|https:\/\/)[^\s]+$/.test(id);
}
