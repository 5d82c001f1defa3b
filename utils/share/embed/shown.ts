/** A badge as every format words it: composed as plain text first, escaped as a whole later. */
import { readInstant } from '../../badge/instant.ts';
import { plainLine } from '../escape/line.ts';
import { httpsAddress } from '../escape/url.ts';
import type { SharedBadge } from '../types.ts';
import type { EmbedOptions } from './types.ts';

export interface ShownBadge {
  name: string;
  issuer: string;
  /** "Issuer, Issued 5 May 2024, Expires …". */
  details: string;
  /** "Name — Issuer, Issued …". */
  line: string;
  description: string;
  /** Spelled by `httpsAddress`; null where there is none that may be linked. */
  url: string | null;
  /** Null where there is none, or the look has none. */
  picture: ShownPicture | null;
}

export interface ShownPicture {
  /** Spelled by `httpsAddress`. */
  address: string;
  alt: string;
  /** No words stand beside it. */
  alone: boolean;
}

export function shownBadge(badge: SharedBadge, { words, look, credentialId }: EmbedOptions): ShownBadge {
  const name = plainLine(badge.name) || words.unnamed;
  const issuer = plainLine(badge.issuer.name);
  const issued = readInstant(badge.issuedOn);
  const expires = readInstant(badge.expires);
  const id = credentialId ? plainLine(badge.credentialId) : '';
  const address = look === 'text' ? null : httpsAddress(badge.image);
  const alone = look === 'picture';
  // Beside the name, the name again would be read out twice.
  const besideText = words.picture(issuer === '' ? name : issuer);
  const alt = issuer === '' ? name : words.alt(name, issuer);
  const details = [
    issuer,
    issued ? words.issued(words.date(issued.iso)) : '',
    expires ? words.expires(words.date(expires.iso)) : '',
    id === '' ? '' : words.credentialId(id),
  ]
    .filter((part) => part !== '')
    .join(words.comma);
  return {
    name,
    issuer,
    details,
    line: details === '' ? name : `${name} — ${details}`,
    description: plainLine(badge.description),
    url: httpsAddress(badge.url),
    picture: address === null ? null : { address, alone, alt: alone ? alt : besideText },
  };
}

/** `YYYY-MM-DD`, UTC, for files that machines read. */
export function isoDay(value: string | undefined): string | undefined {
  return readInstant(value)?.iso.slice(0, 10);
}

/** Whole pixels between 16 and 600. */
export function pixels(size: number): number {
  return Number.isFinite(size) ? Math.min(600, Math.max(16, Math.round(size))) : 110;
}
