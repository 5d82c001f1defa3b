import { hasType, type JsonObject, member, text, texts } from '../../json/members.ts';
import { readJwk } from './jwk.ts';
import { type KeyReading, malformed, unsupported } from './key-reading.ts';
import { readBase58Key, readMultikey } from './multikey.ts';

const MATERIAL = ['publicKeyMultibase', 'publicKeyJwk', 'publicKeyBase58'] as const;
/** A key whose other half is published proves nothing any more. */
const SECRET = ['secretKeyMultibase', 'secretKeyJwk', 'privateKeyMultibase', 'privateKeyJwk', 'privateKeyBase58'];

/** Documents of DIDs that are their own key are remembered, and so is what was read in them. */
const known = new WeakMap<JsonObject, KeyReading>();

/** The key inside a verification method. The type says which member holds it, and only that member may be there. */
export function keyOfMethod(method: JsonObject): KeyReading {
  const before = known.get(method);
  if (before) return before;
  const reading = read(method);
  known.set(method, reading);
  return reading;
}

function read(method: JsonObject): KeyReading {
  if (SECRET.some((name) => Object.hasOwn(method, name))) return malformed('private key');
  if (MATERIAL.filter((name) => member(method, name) !== undefined).length > 1) return malformed('two keys');
  if (hasType(method, 'Multikey')) return readMultikey(member(method, 'publicKeyMultibase'));
  if (hasType(method, 'JsonWebKey', 'JsonWebKey2020')) return readJwk(member(method, 'publicKeyJwk'));
  if (hasType(method, 'Ed25519VerificationKey2020')) {
    const key = readMultikey(member(method, 'publicKeyMultibase'));
    return key.ok && key.kind !== 'Ed25519' ? malformed(key.kind) : key;
  }
  if (hasType(method, 'Ed25519VerificationKey2018')) return readBase58Key(member(method, 'publicKeyBase58'));
  const type = texts(member(method, 'type'))[0] ?? text(member(method, '@type'));
  return type === undefined ? malformed('type') : unsupported(type);
}
