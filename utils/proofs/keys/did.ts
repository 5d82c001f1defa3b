/** Decentralised identifiers: did:key, did:jwk and did:web. The first two need no network; all that can be known about them stands in their name. */
import { base64urlnopad } from '@scure/base';
import type { Check } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, member } from '../../json/members.ts';
import { readJson } from '../../net/json.ts';
import type { DocumentTools } from '../../net/types.ts';
import { holdsSecret } from './jwk.ts';
import { keyCheck } from './key-check.ts';
import { readKeyDocument } from './key-document.ts';
import { createMemo } from './memo.ts';
import { readMultikey } from './multikey.ts';

export type ResolvedDid = { ok: true; document: JsonObject } | { ok: false; check: Check; retryAt?: string };

/** DID Core, 3.1. A DID has no path, query or fragment. */
const DID = /^did:([a-z\d]+):([A-Za-z\d._:%-]+)$/;
const LONGEST = 4096;

const resolved = createMemo<ResolvedDid>(200, LONGEST);

/** Is everything about this DID known from its name alone? */
export function isSelfContained(did: string): boolean {
  return did.startsWith('did:key:') || did.startsWith('did:jwk:');
}

/** Resolves a DID to its controller document. A malformed DID fails: it stands in the badge itself. What is not reached or not known stays unknown. */
export async function resolveDid(did: string, tools: DocumentTools): Promise<ResolvedDid> {
  const [, method = '', name = ''] = (did.length <= LONGEST && DID.exec(did)) || [];
  if (method === 'key') return resolved.of(did, () => resolveDidKey(did, name));
  if (method === 'jwk') return resolved.of(did, () => resolveDidJwk(did, name));
  if (method === 'web') return resolveDidWeb(did, tools);
  if (method === '') return malformedDid();
  return { ok: false, check: keyCheck('unknown', 'key-unsupported', `did:${method}`) };
}

function malformedDid(what = 'DID'): ResolvedDid {
  return { ok: false, check: keyCheck('fail', 'key-malformed', what) };
}

/** w3c-ccg/did-method-key: the one key is named after itself. A key that only agrees on keys is listed for that alone. */
function resolveDidKey(did: string, name: string): ResolvedDid {
  const key = readMultikey(name);
  if (!key.ok && key.why === 'malformed') return malformedDid(key.what);
  if (!key.ok && key.why === 'unsupported') {
    return { ok: false, check: keyCheck('unknown', 'key-unsupported', key.what) };
  }
  return ofOneKey(`${did}#${name}`, did, { type: 'Multikey', publicKeyMultibase: name }, key.ok);
}

/** quartzjer/did-jwk: the method is always `#0`. */
function resolveDidJwk(did: string, name: string): ResolvedDid {
  let bytes: Uint8Array;
  try {
    bytes = base64urlnopad.decode(name);
  } catch {
    return malformedDid('base64url');
  }
  const jwk = readJson(bytes);
  if (!jwk.ok || !isObject(jwk.value)) return malformedDid('JWK');
  if (jwk.duplicateKeys) return malformedDid('duplicate members');
  if (holdsSecret(jwk.value)) return malformedDid('private key');
  const mayAssert = member(jwk.value, 'use') !== 'enc';
  return ofOneKey(`${did}#0`, did, { type: 'JsonWebKey', publicKeyJwk: jwk.value }, mayAssert);
}

function ofOneKey(id: string, controller: string, key: JsonObject, mayAssert: boolean): ResolvedDid {
  const relationship = mayAssert ? 'assertionMethod' : 'keyAgreement';
  return {
    ok: true,
    document: { id: controller, verificationMethod: [{ id, controller, ...key }], [relationship]: [id] },
  };
}

async function resolveDidWeb(did: string, tools: DocumentTools): Promise<ResolvedDid> {
  const address = addressOfDidWeb(did);
  if (address === null) return malformedDid();
  const answer = await readKeyDocument(new URL(address), tools);
  if (!answer.ok) {
    return { ok: false, check: answer.check, ...(answer.retryAt !== undefined && { retryAt: answer.retryAt }) };
  }
  if (idOf(answer.value) !== did) return { ok: false, check: keyCheck('unknown', 'key-unavailable', did) };
  return { ok: true, document: answer.value };
}

/** A fully qualified domain name, no IP address (its last label begins with a letter), and a port that the guard will judge. */
const AUTHORITY = /^((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?)(?::\d{1,5})?$/i;
/** What would end, leave or hide a segment; a per cent sign would be decoded twice. */
const UNSAFE = /[\s\p{Cc}/\\@?#%:]|\.\./u;

/**
 * The https address of a did:web document (w3c-ccg/did-method-web, 2.5.2), or null when the name is not one. It is split before it is decoded, so that
 * no segment can become two. The address is not yet one that may be asked: that is for the guard to say.
 */
export function addressOfDidWeb(did: string): string | null {
  const [, method, name = ''] = (did.length <= LONGEST && DID.exec(did)) || [];
  if (method !== 'web') return null;
  const [authority, ...segments] = name.split(':').map(decoded);
  const host = AUTHORITY.exec(authority ?? '')?.[1];
  if (host === undefined || !segments.every((segment) => segment && !UNSAFE.test(segment))) return null;
  const path = segments.length > 0 ? segments.map((segment) => encodeURIComponent(segment ?? '')) : ['.well-known'];
  const pathname = `/${path.join('/')}/did.json`;
  const address = `https://${authority}${pathname}`;
  // The parser of addresses has the last word: what it would read otherwise (a lone dot as a segment, say) is refused.
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.hostname === host.toLowerCase() && url.pathname === pathname ? address : null;
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
