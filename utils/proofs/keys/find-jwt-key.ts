/** The key of a signed JWT: what its header names, and whether that is the issuer's (Open Badges 3.0, "JSON Web Token Proof Format"). */
import { isObject, type JsonObject } from '../../json/members.ts';
import type { DocumentTools } from '../../net/types.ts';
import type { FoundKey, VerificationKey } from '../types.ts';
import { type ControllerResult, readController } from './controller.ts';
import { findKey } from './find-key.ts';
import { fitKey } from './fit-key.ts';
import { livesAt } from './home.ts';
import { addressOf, isDid, isWeb, type MethodId, placeOf, readMethodId, sameId, sameMethod } from './identifiers.ts';
import { judgeAny, judgeMethod } from './judge-method.ts';
import { holdsSecret, readJwk, thumbprintOf } from './jwk.ts';
import { found, keyCheck } from './key-check.ts';
import { readKeyDocument } from './key-document.ts';
import { keysIn, namedIn, theOne } from './key-set.ts';
import { findByName, findSame, type JwtKeyQuery, methodsWith } from './published.ts';

const LONGEST = 4096;

/**
 * Finds the key that a JWT's header names. `kid` outranks `jwk`: a key that the badge brings along is anybody's. Never throws. Asks no host but the
 * issuer's and those that the issuer lists.
 */
export async function findJwtKey(
  header: { kid?: unknown; jwk?: unknown },
  query: JwtKeyQuery,
  tools: DocumentTools,
): Promise<FoundKey> {
  const { kid, jwk } = header;
  // Open Badges 3.0: `jwk` must not hold `d`. A key that was given away proves nothing, whatever else the header says.
  if (isObject(jwk) && holdsSecret(jwk)) return found(null, keyCheck('fail', 'key-malformed', 'private key'));
  if (kid !== undefined) return findByKid(kid, query, tools);
  if (jwk === undefined) return found(null, keyCheck('unknown', 'key-unbound'));
  const reading = readJwk(jwk);
  const id = reading.ok ? `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${await thumbprintOf(reading.jwk)}` : '';
  const { key, trouble } = fitKey(reading, id, query.kinds, true);
  return key ? findSame(key, query, tools) : found(null, trouble);
}

async function findByKid(kid: unknown, query: JwtKeyQuery, tools: DocumentTools): Promise<FoundKey> {
  if (typeof kid !== 'string' || kid.trim() === '' || kid.length > LONGEST) {
    return found(null, keyCheck('fail', 'key-malformed', 'kid'));
  }
  if (isDid(kid)) return findKey({ ...query, method: kid }, tools);
  if (!isWeb(kid)) return findByName(kid, query, tools);
  const named = readMethodId(kid);
  return named ? findByAddress(named, query, tools) : found(null, keyCheck('fail', 'key-malformed', 'kid'));
}

/** A `kid` that is an address: of one JWK, of a key in a set, or of a verification method. */
async function findByAddress(named: MethodId, query: JwtKeyQuery, tools: DocumentTools): Promise<FoundKey> {
  const { id } = named;
  const near = livesAt(id, query.issuer);
  const address = addressOf(id);
  // Both will be needed nearly always; neither waits for the other.
  const early = near && address ? readKeyDocument(address, tools) : null;
  const own = await readController(query.issuer, tools);
  const here = own.ok ? own.controller.methods.find((method) => sameMethod(method.id, id)) : undefined;
  if (own.ok && here) return judgeMethod(here.id, own.controller, query.kinds, tools.now);
  const listing = own.ok ? own.controller.listing(id) : 'unsaid';
  if (listing === 'other') return found(null, keyCheck('fail', 'key-not-authorised'));
  if (!address || !(near || listing === 'asserts')) return notTheIssuers(null, own);

  const answer = await (early ?? readKeyDocument(address, tools));
  if (!answer.ok && !answer.absent) return found(null, answer.check, { retryAt: answer.retryAt });
  const keys = answer.ok ? keysIn(answer.value) : null;
  // No JWK: a key document, or the issuer's own controller document.
  if (!keys && (named.fragment === undefined || sameId(named.subject, query.issuer))) {
    return findKey({ ...query, method: id }, tools);
  }
  const reading = theOne(await meant(keys ?? [], named), query.kinds);
  if (!reading) return found(null, keyCheck('unknown', 'key-not-listed', address.host));
  const { key, trouble } = fitKey(reading, id, query.kinds, false);
  if (!key) return found(null, trouble);
  if (own.ok && listing === 'asserts') return issuers(key, own.controller.from);
  return bindToOrigin(key, own, query, tools.now);
}

async function meant(keys: readonly JsonObject[], { id, fragment }: MethodId): Promise<readonly JsonObject[]> {
  if (fragment !== undefined) return namedIn(keys, [fragment, id]);
  return keys.length === 1 ? keys : namedIn(keys, [id]);
}

/**
 * A JWK says nothing about its owner; that it stands on the issuer's own origin does (Open Badges 3.0 asks for no more). But where the issuer's document
 * has a list of keys, the list counts: on a shared host another path may be a stranger's. A did:web issuer has such a document by definition.
 */
function bindToOrigin(key: VerificationKey, own: ControllerResult, query: JwtKeyQuery, now: Date): FoundKey {
  if (own.ok && own.controller.publishesKeys) {
    const { controller } = own;
    return judgeAny(methodsWith(key, controller), controller, query.kinds, now) ?? notTheIssuers(key, own);
  }
  const free = isWeb(query.issuer) && (own.ok || own.absent);
  return free ? issuers(key, placeOf(query.issuer)) : notTheIssuers(key, own);
}

function issuers(key: VerificationKey, from: string): FoundKey {
  return found(key, keyCheck('pass', 'key-ok', from), { from });
}

/** The issuer's document does not list the key, or cannot be read. */
function notTheIssuers(key: VerificationKey | null, own: ControllerResult): FoundKey {
  if (!own.ok) return found(key, own.check, { retryAt: own.retryAt });
  const { from } = own.controller;
  return found(key, keyCheck('unknown', 'key-not-listed', from), { from });
}
