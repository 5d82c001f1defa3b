/** What makes two claims the same badge. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { parseWebAddress } from '../badge/address.ts';
import type { Examined } from '../badge/report.ts';
import { badgeKey, recogniseLink } from '../links/index.ts';

export const MAX_IDENTITY = 2_100;
/** Kinds that say where a badge was looked for, not which it is: an address may answer with another badge tomorrow. */
const WEAK = /^(?:address|sha256|waiting)\|/;

/**
 * The names under which a badge may come again: a platform's id for every address of it that we know (`platform:id`), the identifier that the credential
 * gives itself together with its issuer's (an identifier alone could be anybody's), and, weaker, where it was asked for and the hash of what was handed in.
 * `address`: where it was asked for. `original`: what was handed in.
 */
export function identitiesOf(examined: Examined, address?: string, original?: Uint8Array): string[] {
  const addresses = [address, ...provedAddresses(examined)].map(identityOfAddress);
  const handedIn = original && `sha256|${bytesToHex(sha256(original))}`;
  const all = [...addresses, ...ownIdentities(examined), handedIn].filter((each) => each !== undefined);
  return [...new Set(all)].filter((identity) => identity.length <= MAX_IDENTITY);
}

/**
 * Are these names of one badge? Weak ones count only where one of the two has no other: two badges may have been at one address, one after the other. Of two
 * that have none, an address says nothing where their lists call them differently: lists give one page for many badges.
 */
export function isSameBadge(some: readonly string[], others: readonly string[]): boolean {
  const shared = some.filter((identity) => others.includes(identity));
  if (shared.some(isStrong)) return true;
  const strong = [some, others].filter((each) => each.some(isStrong)).length;
  if (shared.length === 0 || strong > 0) return shared.length > 0 && strong < 2;
  return shared.some(isListed) || !(some.some(isListed) && others.some(isListed));
}

/** Are these names of two badges for certain? */
export function isAnotherBadge(some: readonly string[], others: readonly string[]): boolean {
  return some.some(isStrong) && others.some(isStrong) && !isSameBadge(some, others);
}

/** `platform:id` where a platform knows the badge at this address, else its hash; undefined where it leads to no single badge. */
export function identityOfAddress(address: string | undefined): string | undefined {
  const url = parseWebAddress(address);
  if (!url) return undefined;
  const link = recogniseLink(url.href);
  if (link?.kind === 'profile') return undefined;
  // It may lead elsewhere tomorrow.
  const isShort = link?.kind === 'short-link';
  if (link && link.platform !== 'openbadges' && !isShort) return badgeKey(link);
  // Some sites have all their pages behind it; else it is a place on the page.
  if (!/^#!?\//.test(url.hash)) url.hash = '';
  return `address|${hashOf(url.href)}`;
}

/** A badge that its list names, and that nobody has answered for. */
export function waitingIdentity(said: readonly (string | undefined)[]): string {
  return `waiting|${hashOf(JSON.stringify(said.map((each) => each ?? '')))}`;
}

/** Of a badge in a backup of which nothing is known that it could be found by: it is the same as itself alone, until somebody says which badge it is. */
export function identityOfNothing(id: string): string {
  return waitingIdentity(['backup', id]);
}

/** Was the answer about the badge proved? `invalid` rests on what was read, and what was read is worth nothing. */
export function isAnsweredFor({ verdict, proof }: Pick<Examined, 'verdict' | 'proof'>): boolean {
  return verdict !== 'invalid' && (proof === 'signed' || proof === 'hosted' || proof === 'record');
}

/**
 * The addresses of the badge that somebody answers for. What nobody answered for may name whatever address it likes, and a signer may write anybody's
 * address as its credential's id: neither must take another badge's place. The `url` of a signed one is at home with its issuer, or where it was found.
 */
export function provedAddresses(examined: Examined): string[] {
  const { badge, proof } = examined;
  if (badge === null || !isAnsweredFor(examined)) return [];
  const addresses = proof === 'signed' ? [badge.url] : [badge.id, badge.url];
  return addresses.filter((each) => each !== undefined);
}

/** A hosted badge is at home at its id, whoever its issuer; a signer's identifiers are its own. */
function ownIdentities(examined: Examined): string[] {
  const { badge, issuer, proof } = examined;
  if (badge?.id === undefined || !isAnsweredFor(examined)) return [];
  const signed = issuer.id === undefined ? [] : [`${issuer.id.replaceAll('|', '%7C')}|${badge.id}`];
  return proof === 'hosted' ? [`|${badge.id}`, ...signed] : signed;
}

function isListed(identity: string): boolean {
  return identity.startsWith('waiting|');
}

/** Does it say which badge it is, and not only where it was looked for? */
export function isStrong(identity: string): boolean {
  return !WEAK.test(identity);
}

function hashOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
