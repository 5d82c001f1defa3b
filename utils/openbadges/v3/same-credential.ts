import { type JsonObject, member, reference } from '../../json/members.ts';

/**
 * Two copies are the same credential when issuer and credential have the same `id`, percent-encoding and white space at the ends aside (Open Badges 3.0,
 * "Credential equality and comparison"). What has no `id` is like nothing else.
 */
export function sameCredential(a: JsonObject, b: JsonObject): boolean {
  return sameId(reference(member(a, 'issuer')), reference(member(b, 'issuer'))) && sameId(idOf(a), idOf(b));
}

function idOf(credential: JsonObject): string | undefined {
  return reference(member(credential, 'id'));
}

function sameId(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && decoded(a) === decoded(b);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id).trim();
  } catch {
    return id;
  }
}
