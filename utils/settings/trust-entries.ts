/** Registries and pinned contexts as settings and policies name them: the shapes, and reading them out of whatever was stored. */
import { isObject, member, text } from '../json/members.ts';

/** A registry of known issuers that is loaded regularly. */
export interface Registry {
  name: string;
  /** https address of its list. */
  address: string;
}

/** A JSON-LD context that the reader or the organisation vouches for, by address and hash. */
export interface PinnedContext {
  address: string;
  /** Hex digits of the SHA-256 of `text` in UTF-8. */
  sha256: string;
  /** The document as it was read. */
  text: string;
}

/** A registry with an https address and a name of its own. */
export function registryOf(entry: unknown): Registry[] {
  if (!isObject(entry)) return [];
  const address = text(member(entry, 'address'));
  if (address === undefined || !address.startsWith('https://') || !URL.canParse(address)) return [];
  const { href, hostname } = new URL(address);
  return [{ name: (text(member(entry, 'name')) ?? hostname).slice(0, 300), address: href }];
}

/** A pinned context whose three members are texts. Whether the hash fits is asked when it is used. */
export function contextOf(entry: unknown): PinnedContext[] {
  if (!isObject(entry)) return [];
  const [address, sha256, words] = ['address', 'sha256', 'text'].map((name) => text(member(entry, name)));
  if (address === undefined || sha256 === undefined || words === undefined) return [];
  return /^[\da-f]{64}$/i.test(sha256) && address.length <= 2_048 ? [{ address, sha256, text: words }] : [];
}
