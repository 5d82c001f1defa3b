/** Keys of Open Badges 1.x and 2.0 issuers: PEM, by address. Only those count that the issuer's own Profile, read from its own address, lists. */
import { exportJWK } from 'jose/key/export';
import { importSPKI } from 'jose/key/import';
import { parseWebAddress, sameAddress } from '../../badge/address.ts';
import type { Check } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, list, member, reference, text } from '../../json/members.ts';
import { detailOf, fetchDocument, statusCheck } from '../../net/fetch-document.ts';
import type { DocumentTools } from '../../net/types.ts';
import type { FoundKey, VerificationKey } from '../../proofs/types.ts';

/** Milliseconds that a key may serve other badges of its issuer. */
const KEEP_KEY = 10 * 60_000;
const MAX_KEYS = 10;
/** NIST SP 800-131A and every browser's own TLS. */
const LEAST_RSA_BITS = 2_048;

interface IssuerProfile {
  document: JsonObject;
  /** Its own address. */
  address: string;
}

/**
 * Open Badges 2.0, SignedBadge: the key is one that the hosted Profile lists (`publicKey`: address, object or list of them), `verification.creator`, if
 * it is there, is that one, and the key's `owner` is the Profile. "Do not trust a key that is not properly linked from the issuer Profile."
 */
export async function findListedKeys(
  profile: IssuerProfile,
  creator: string | undefined,
  tools: DocumentTools,
): Promise<FoundKey[]> {
  const host = new URL(profile.address).host;
  const listed = list(member(profile.document, 'publicKey')).slice(0, MAX_KEYS);
  const wanted = creator === undefined ? listed : listed.filter((entry) => names(entry, creator));
  if (wanted.length === 0) {
    // A list that does not have the key is an answer; no list at all is none.
    return [listed.length > 0 ? fail('key-not-listed', host) : unknown('key-not-listed', host)];
  }
  return Promise.all(wanted.map((entry) => readListedKey(entry, profile, tools)));
}

function names(entry: unknown, creator: string): boolean {
  const address = reference(entry);
  return address !== undefined && (address === creator || sameAddress(address, creator));
}

async function readListedKey(entry: unknown, profile: IssuerProfile, tools: DocumentTools): Promise<FoundKey> {
  // Written out in the issuer's own document, it is the issuer's own word.
  if (isObject(entry) && text(member(entry, 'publicKeyPem')) !== undefined) return keyOf(entry, profile);
  const address = reference(entry);
  const url = parseWebAddress(address);
  if (!url) return fail('key-malformed', 'publicKey');
  const found = await fetchDocument(tools.reader, url.href, { keep: KEEP_KEY });
  if (found.kind === 'failed') {
    return {
      key: null,
      bound: false,
      check: { ...found.check, id: 'key' },
      ...(found.retryAt && { retryAt: found.retryAt }),
    };
  }
  if (found.status < 200 || found.status > 299) {
    return {
      key: null,
      bound: false,
      check: { ...statusCheck(found.status, found.host), id: 'key', code: 'key-unavailable' },
    };
  }
  if (found.kind !== 'json' || found.duplicateKeys || !isObject(found.value))
    return unknown('key-unavailable', found.host);
  return keyOf(found.value, profile, url.href);
}

async function keyOf(document: JsonObject, profile: IssuerProfile, address?: string): Promise<FoundKey> {
  const owner = reference(member(document, 'owner'));
  if (owner !== undefined && !sameAddress(owner, profile.address)) return fail('key-other-controller', owner);
  // A document at an address of its own has to say whose it is: the link must go both ways.
  if (owner === undefined && address !== undefined) return unknown('key-unbound', new URL(address).host);
  const pem = text(member(document, 'publicKeyPem'));
  const key = pem === undefined ? null : await readPem(pem, idOf(document) ?? address ?? profile.address);
  if (key === null) return fail('key-malformed', 'publicKeyPem');
  const from = new URL(profile.address).host;
  return { key, bound: true, check: { id: 'key', outcome: 'pass', code: 'key-ok', detail: from }, from };
}

/**
 * Open Badges 1.x: `verify.url` is the address of a PEM text. Nothing in the standard ties it to the issuer, so only one on the issuer's own origin
 * is believed.
 */
export async function findPemKey(address: string, issuer: string, tools: DocumentTools): Promise<FoundKey> {
  const url = parseWebAddress(address);
  if (!url) return fail('key-malformed', 'verify.url');
  const own = url.host === new URL(issuer).host;
  if (!own) return unknown('key-unbound', url.host);
  const answer = await tools.reader.read(url.href, {
    accept: 'application/x-pem-file, text/plain, */*;q=0.1',
    keep: KEEP_KEY,
  });
  if (!answer.ok || answer.status < 200 || answer.status > 299) return unknown('key-unavailable', url.host);
  if (new URL(answer.url).host !== url.host) return unknown('key-unavailable', url.host);
  const pem = new TextDecoder('utf-8').decode(answer.bytes.subarray(0, 20_000));
  const key = await readPem(pem, url.href);
  if (key === null) return fail('key-malformed', 'PEM');
  return { key, bound: true, check: { id: 'key', outcome: 'pass', code: 'key-ok', detail: url.host }, from: url.host };
}

/** An RSA public key in PEM (SPKI). Null when it is none, or too short to prove anything. */
async function readPem(pem: string, id: string): Promise<VerificationKey | null> {
  try {
    const { kty, n, e } = await exportJWK(await importSPKI(pem, 'RS256', { extractable: true }));
    if (kty !== 'RSA' || n === undefined || e === undefined) return null;
    return Math.floor((n.length * 3) / 4) * 8 >= LEAST_RSA_BITS ? { kind: 'RSA', id, jwk: { kty, n, e } } : null;
  } catch {
    return null;
  }
}

function fail(code: Check['code'], detail: string): FoundKey {
  return { key: null, bound: false, check: { id: 'key', outcome: 'fail', code, ...detailOf(detail) } };
}

function unknown(code: Check['code'], detail: string): FoundKey {
  return { key: null, bound: false, check: { id: 'key', outcome: 'unknown', code, ...detailOf(detail) } };
}
