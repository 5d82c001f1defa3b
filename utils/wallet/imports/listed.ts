/** What strangers' lists say about their entries, made fit to be kept and shown: cleaned, capped, without e-mail addresses. */
import { linkAddress, parseWebAddress } from '../../badge/address.ts';
import { hideEmails } from '../../badge/emails.ts';
import { CAPS, cleanText } from '../../badge/text.ts';
import { recogniseLink } from '../../links/index.ts';
import { parseAddress, unwrapped } from '../../links/unwrap.ts';
import { checkAddress } from '../../net/guard.ts';
import type { Candidate, ListedFacts } from '../types.ts';
import { readListedDate } from './listed-date.ts';

/** Entries taken from one list. */
export const MAX_LISTED = 1_200;
const MAX_CREDENTIAL_ID = 100;

/** One line of a stranger's words, or undefined. */
export function listedText(value: unknown, cap: number = CAPS.name): string | undefined {
  const text = cleanText(typeof value === 'number' ? String(value) : value, cap);
  return text && hideEmails(text);
}

/**
 * Where an entry can be looked up: the clean address of a platform's badge, or any public https address without e-mail addresses; redirect
 * wrappers and their trackers are taken off. Null for everything else.
 */
export function linkSource(value: unknown): { url: string } | null {
  if (typeof value !== 'string') return null;
  const address =
    recogniseLink(value)?.url ?? linkAddress(unwrapped(parseWebAddress(value) ?? parseAddress(value))?.href);
  return address !== undefined && checkAddress(address).ok ? { url: address } : null;
}

/** What an entry says of itself, as its list spells it. */
export interface Said {
  name?: unknown;
  issuer?: unknown;
  issuedOn?: unknown;
  expires?: unknown;
  credentialId?: unknown;
}

export function listedFacts(said: Said): ListedFacts {
  const name = listedText(said.name);
  const issuer = listedText(said.issuer);
  const issuedOn = readListedDate(said.issuedOn);
  const expires = readListedDate(said.expires);
  const credentialId = listedText(said.credentialId, MAX_CREDENTIAL_ID);
  return {
    ...(name !== undefined && { name }),
    ...(issuer !== undefined && { issuer }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(expires !== undefined && { expires }),
    ...(credentialId !== undefined && { credentialId }),
  };
}

/** An entry of a list. Without a name it goes by its address, without that by its place in the list, from 1. */
export function listedCandidate(said: Said, source: Candidate['source'], place: number): Candidate {
  const listed = listedFacts(said);
  const address = source && 'url' in source ? source.url : undefined;
  const label = listed.name ?? listedText(address) ?? `#${place}`;
  return { label, source, acceptance: 'claimed', ...(Object.keys(listed).length > 0 && { listed }) };
}
