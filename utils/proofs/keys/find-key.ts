/**
 * Which key made a signature, and is it the issuer's? The check that most verifiers get wrong: a key is the issuer's only if the issuer's own document,
 * read from the issuer's own place, lists it for vouching. What the badge, or the key, says about itself counts for nothing.
 */
import { idOf } from '../../json/members.ts';
import type { DocumentTools } from '../../net/types.ts';
import type { FoundKey, KeyKind, VerificationKey } from '../types.ts';
import { type Controller, readController } from './controller.ts';
import { isSelfContained } from './did.ts';
import { fitKey } from './fit-key.ts';
import { livesAt } from './home.ts';
import { addressOf, isWeb, type MethodId, placeOf, readMethodId, sameId, sameMethod } from './identifiers.ts';
import { ended, judgeMethod, otherController } from './judge-method.ts';
import { found, gravest, keyCheck } from './key-check.ts';
import { type KeyDocument, readKeyDocument } from './key-document.ts';
import { keyOfMethod } from './method-key.ts';
import { readMultikey } from './multikey.ts';

export interface KeyQuery {
  /** A proof's `verificationMethod` or a JWT's `kid`: a DID URL, or a web address with or without fragment. */
  method: string;
  /** The credential's issuer id. */
  issuer: string;
  /** Kinds of key that the signature's suite or algorithm is defined for. */
  kinds: readonly KeyKind[];
}

/** Finds a verification method and judges whether it is the issuer's. Never throws. Asks no host but the issuer's and those that the issuer lists. */
export async function findKey(query: KeyQuery, tools: DocumentTools): Promise<FoundKey> {
  const named = readMethodId(query.method);
  if (!named) return found(null, keyCheck('fail', 'key-malformed', 'verificationMethod'));
  if (isWeb(named.subject) && named.fragment === undefined) return findKeyDocument(query, tools);
  // A path or a query inside a DID URL asks a resolver for more than this version knows.
  if (/^did:[^#]*[/?;]/.test(query.method)) return found(null, keyCheck('unknown', 'key-unsupported', 'DID URL'));
  if (!sameId(named.subject, query.issuer)) return somebodyElses(named, query, tools);
  const answer = await readController(named.subject, tools);
  if (!answer.ok) return found(keyInName(named, query.kinds), answer.check, { retryAt: answer.retryAt });
  return findIn(answer.controller, named, query.kinds, tools.now);
}

function findIn(controller: Controller, named: MethodId, kinds: readonly KeyKind[], now: Date): FoundKey {
  const { from, selfContained, methods } = controller;
  // A DID that is its own key needs no fragment to name it.
  const bare = selfContained && named.fragment === undefined;
  const here = methods.find(({ id }) => bare || sameMethod(id, named.id));
  if (here) return judgeMethod(here.id, controller, kinds, now);
  if (selfContained) return found(null, keyCheck('fail', 'key-malformed', 'verificationMethod'), { from });
  return found(keyInName(named, kinds), keyCheck('unknown', 'key-not-listed', from), { from });
}

/**
 * Some issuers name a key after itself (`https://issuer.example/1#z6Mk…`) and publish no document. The name is anybody's writing: with such a key it
 * can be told whether the badge was altered, never who signed it.
 */
function keyInName({ id, fragment }: MethodId, kinds: readonly KeyKind[]): VerificationKey | null {
  return fitKey(readMultikey(fragment), id, kinds, false).key;
}

/** The identifier says whose method it is, and that is not the issuer. Nothing that could be read would change it, so no host is asked. */
async function somebodyElses(named: MethodId, query: KeyQuery, tools: DocumentTools): Promise<FoundKey> {
  const check = keyCheck('fail', 'key-other-controller', named.subject);
  if (!isSelfContained(named.subject)) return found(null, check);
  const answer = await readController(named.subject, tools);
  const theirs = answer.ok ? findIn(answer.controller, named, query.kinds, tools.now) : null;
  return found(theirs?.key ?? null, check);
}

/**
 * A key with an address of its own (no fragment). What it says about its controller proves nothing: the issuer's document must list the address, or have
 * the method written out under it.
 */
async function findKeyDocument(query: KeyQuery, tools: DocumentTools): Promise<FoundKey> {
  const { method, issuer, kinds } = query;
  const answer = await readController(issuer, tools);
  if (!answer.ok) return found(await readLooseKey(query, tools), answer.check, { retryAt: answer.retryAt });
  const { controller } = answer;
  const { from } = controller;
  const here = controller.methods.find(({ id }) => sameMethod(id, method));
  if (here) return judgeMethod(here.id, controller, kinds, tools.now);
  const listing = controller.listing(method);
  if (listing === 'asserts') return readListedKey(query, controller, tools);
  if (listing === 'other') return found(null, keyCheck('fail', 'key-not-authorised'), { from });
  return found(await readLooseKey(query, tools), keyCheck('unknown', 'key-not-listed', from), { from });
}

/** The issuer sends us there, so the host may be asked; the key must name the issuer in turn. */
async function readListedKey(query: KeyQuery, controller: Controller, tools: DocumentTools): Promise<FoundKey> {
  const { from } = controller;
  const answer = await readMethodDocument(query.method, tools);
  if (!answer.ok) return found(null, answer.check, { from, retryAt: answer.retryAt });
  const { key, trouble } = fitKey(keyOfMethod(answer.value), query.method, query.kinds, false);
  const problems = [trouble, otherController(answer.value, controller.id), ...ended(answer.value, tools.now)];
  return found(key, gravest(problems, from), { from });
}

/** A key on the issuer's own host that the issuer does not list: with it can be told whether the badge was altered. */
async function readLooseKey(
  { method, issuer, kinds }: KeyQuery,
  tools: DocumentTools,
): Promise<VerificationKey | null> {
  if (!livesAt(method, issuer)) return null;
  const answer = await readMethodDocument(method, tools);
  return answer.ok ? fitKey(keyOfMethod(answer.value), method, kinds, false).key : null;
}

async function readMethodDocument(method: string, tools: DocumentTools): Promise<KeyDocument> {
  const address = addressOf(method);
  const unavailable = {
    ok: false,
    absent: true,
    check: keyCheck('unknown', 'key-unavailable', placeOf(method)),
  } as const;
  if (!address) return unavailable;
  const answer = await readKeyDocument(address, tools);
  return !answer.ok || sameId(idOf(answer.value) ?? '', method) ? answer : unavailable;
}
