/**
 * The keys that an issuer publishes itself: in its controller document or, where that lists none, in the key set that Open Badges 3.0 recommends
 * (`https://{domain}/.well-known/jwk.json`). Whatever is found here was read from the issuer's own place.
 */
import type { Check } from '../../badge/report.ts';
import { isObject, type JsonObject, member } from '../../json/members.ts';
import type { DocumentTools } from '../../net/types.ts';
import type { FoundKey, KeyKind, VerificationKey } from '../types.ts';
import { type Controller, type Method, readController } from './controller.ts';
import { fitKey } from './fit-key.ts';
import { addressOf, readMethodId } from './identifiers.ts';
import { judgeAny } from './judge-method.ts';
import { readJwk, sameKey } from './jwk.ts';
import { found, keyCheck } from './key-check.ts';
import { readKeyDocument } from './key-document.ts';
import { goesBy, keysIn, namedIn, theOne } from './key-set.ts';
import { keyOfMethod } from './method-key.ts';

export interface JwtKeyQuery {
  /** The credential's issuer id. */
  issuer: string;
  /** Kinds of key that the algorithm is defined for. */
  kinds: readonly KeyKind[];
}

type Published =
  | { ok: true; controller: Controller }
  | { ok: true; controller: null; keys: readonly JsonObject[]; from: string }
  | { ok: false; check: Check; retryAt?: string };

/** Methods whose thumbprint is taken. */
const MOST = 200;

/** Reads what the issuer publishes. Where a web issuer lists no keys anywhere, that is an empty set. */
async function readPublished(issuer: string, tools: DocumentTools): Promise<Published> {
  const own = await readController(issuer, tools);
  const address = addressOf(issuer);
  const settled = own.ok ? own.controller.publishesKeys : !own.absent;
  if (settled || !address) return own;
  for (const place of [address, new URL('/.well-known/jwk.json', address)]) {
    const answer = await readKeyDocument(place, tools);
    if (!answer.ok && !answer.absent) return answer;
    const keys = answer.ok ? keysIn(answer.value) : null;
    if (keys) return { ok: true, controller: null, keys, from: place.host };
  }
  return { ok: true, controller: null, keys: [], from: address.host };
}

/** Looks up a name that is no address: the fragment of a method's identifier, a JWK's `kid`, or a thumbprint. */
export async function findByName(name: string, query: JwtKeyQuery, tools: DocumentTools): Promise<FoundKey> {
  const { issuer, kinds } = query;
  const published = await readPublished(issuer, tools);
  if (!published.ok) return found(null, published.check, { retryAt: published.retryAt });
  const names = [name, name.replace(/^#/, '')].filter((one) => one !== '');
  if (published.controller) {
    const { controller } = published;
    const methods = await methodsNamed(names, controller);
    return judgeAny(methods, controller, kinds, tools.now) ?? notListed(controller.from);
  }
  const { keys, from } = published;
  const reading = theOne(await namedIn(keys, names), kinds);
  if (!reading) return notListed(from);
  const { key, trouble } = fitKey(reading, name, kinds, false);
  return found(key, trouble ?? keyCheck('pass', 'key-ok', from), { from });
}

/** Judges a key that the badge shows itself: it is the issuer's only if the same key stands among those that the issuer publishes. */
export async function findSame(key: VerificationKey, query: JwtKeyQuery, tools: DocumentTools): Promise<FoundKey> {
  const unbound = keyCheck('unknown', 'key-unbound');
  const published = await readPublished(query.issuer, tools);
  if (!published.ok) {
    // An issuer that has no place publishes nothing; one that could not be read may.
    const check = published.check.code === 'key-unsupported' ? unbound : published.check;
    return found(key, check, { retryAt: published.retryAt });
  }
  if (published.controller) {
    const { controller } = published;
    return judgeAny(methodsWith(key, controller), controller, query.kinds, tools.now) ?? found(key, unbound);
  }
  const { keys, from } = published;
  const same = keys.map(readJwk).some((reading) => reading.ok && sameKey(reading.jwk, key.jwk));
  return same ? found(key, keyCheck('pass', 'key-ok', from), { from }) : found(key, unbound);
}

/** Methods of a document that hold this very key. */
export function methodsWith(key: VerificationKey, controller: Controller): Method[] {
  return controller.methods.filter(({ value }) => {
    const reading = keyOfMethod(value);
    return reading.ok && sameKey(reading.jwk, key.jwk);
  });
}

/** By identifier first: it names the method, whatever the keys call themselves. */
async function methodsNamed(names: readonly string[], controller: Controller): Promise<Method[]> {
  const byId = controller.methods.filter(
    ({ id }) => names.includes(id) || names.includes(readMethodId(id)?.fragment ?? ''),
  );
  if (byId.length > 0) return byId;
  const all = controller.methods.slice(0, MOST);
  const answers = await Promise.all(
    all.map(({ value }) => {
      const jwk = member(value, 'publicKeyJwk');
      return goesBy(isObject(jwk) ? jwk : null, keyOfMethod(value), names);
    }),
  );
  return all.filter((_, at) => answers[at]);
}

function notListed(from: string): FoundKey {
  return found(null, keyCheck('unknown', 'key-not-listed', from), { from });
}
