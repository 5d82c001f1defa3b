/**
 * Does an issuer's name read like that of a well-known one on another host? Made to accuse seldom: whole names only. "Microsоft Certification" on
 * somebody's host is an impostor; "Google Developer Group Taipei" or "MIT Alumni of Taiwan" may well be what they say and stay unlisted.
 */

import { KNOWN_ISSUERS, type KnownIssuer, SHARED_HOSTS } from './known-issuers.ts';
import { CAPS } from './text.ts';

/** Words that turn a name into the same name: legal forms and the claim of being official. */
const ASIDE = new Set(
  (
    'the official officially verified authorized authorised accredited certified certification certifications certificate certificates ' +
    'credential credentials badge badges inc incorporated corp corporation co company ltd limited llc llp ' +
    'plc gmbh ag sa sas sarl bv nv ab oy as srl spa pty kk'
  ).split(' '),
);

/** Letters of other scripts and signs that look like a Latin letter; what NFKC and taking off accents do not settle. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  α: 'a',
  ɑ: 'a',
  '@': 'a',
  '4': 'a',
  в: 'b',
  β: 'b',
  ь: 'b',
  '8': 'b',
  с: 'c',
  ϲ: 'c',
  ƈ: 'c',
  ԁ: 'd',
  ɗ: 'd',
  е: 'e',
  ε: 'e',
  є: 'e',
  ҽ: 'e',
  '3': 'e',
  ғ: 'f',
  ƒ: 'f',
  ɡ: 'g',
  '9': 'g',
  '6': 'g',
  ց: 'g',
  һ: 'h',
  н: 'h',
  η: 'h',
  հ: 'h',
  і: 'i',
  ι: 'i',
  ı: 'i',
  ї: 'i',
  '!': 'i',
  ј: 'j',
  ϳ: 'j',
  к: 'k',
  κ: 'k',
  ӏ: 'l',
  ǀ: 'l',
  ł: 'l',
  '|': 'l',
  м: 'm',
  μ: 'm',
  ʍ: 'm',
  п: 'n',
  ո: 'n',
  ν: 'v',
  о: 'o',
  ο: 'o',
  σ: 'o',
  օ: 'o',
  ø: 'o',
  '0': 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  г: 'r',
  ʀ: 'r',
  ѕ: 's',
  '5': 's',
  $: 's',
  ꜱ: 's',
  т: 't',
  τ: 't',
  '7': 't',
  υ: 'u',
  ս: 'u',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  ш: 'w',
  ω: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
  ү: 'y',
  ʐ: 'z',
  ζ: 'z',
  '2': 'z',
};

/** Every spelling of the known names, in lower case, without spaces; `merged`: with the pairs joined that look like one letter. */
interface Spelling {
  letters: readonly string[];
  merged: readonly string[];
}

const KNOWN: readonly { issuer: KnownIssuer; spellings: readonly Spelling[] }[] = KNOWN_ISSUERS.map((issuer) => ({
  issuer,
  spellings: [...new Set(issuer.names.flatMap(forms))].map(spelling),
}));

function spelling(form: string): Spelling {
  const lower = form.toLowerCase();
  return { letters: [...lower], merged: [...lower.replace(/rn/g, 'm').replace(/vv/g, 'w')] };
}

/** The known issuer that this name reads like, or null. `host`: who controls the issuer's identifier; `platform`: where it issues. */
export function impersonated(name: string, host: string | undefined, platform?: string): string | null {
  const offered = forms(name.slice(0, CAPS.name)).map((form) => ({ ...spelling(form), thin: isThin(form) }));
  const found = KNOWN.find(({ spellings }) => offered.some((form) => spellings.some((known) => alike(form, known))));
  if (!found) return null;
  const { issuer } = found;
  if (host !== undefined && holds(issuer, host)) return null;
  if (platform !== undefined && issuer.uses?.includes(platform)) return null;
  return issuer.names[0] ?? null;
}

/** Does this issuer hold this host? The host itself or a subdomain of it; `microsoft.com.evil.example` and `evil-microsoft.com` are neither. */
function holds(issuer: KnownIssuer, host: string): boolean {
  const within = (domain: string) => host === domain || host.endsWith(`.${domain}`);
  return issuer.hosts.some(within) && !SHARED_HOSTS.some(within);
}

/** The name as it stands and without the words that add nothing; what is joined or spaced out reads the same. */
function forms(name: string): string[] {
  const all = words(name);
  const rest = withoutAside(all);
  return [...new Set([all.join(''), rest.join('')])].filter((form) => form !== '');
}

function withoutAside(all: string[]): string[] {
  const rest = all.filter((word) => !ASIDE.has(fold(word)));
  return rest.length === 0 ? all : rest;
}

/** Letters and figures of each word, accents taken off; case is kept for the capital I that is a small L. */
function words(name: string): string[] {
  return name
    .replace(/[™®©℠]|\((?:tm|r|c)\)/gi, '')
    .normalize('NFKC')
    .replace(/\p{Cf}|\u034F/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}@$!|]+/u)
    .filter((word) => word !== '');
}

function fold(text: string): string {
  return Array.from(text.toLowerCase(), (char) => LOOKALIKES[char] ?? char).join('');
}

/**
 * Letter by letter the same to the eye. 1 may be i or l; in names of more than four letters, i and l pass for each other too. In shorter ones only a
 * small l among capitals does: "MLT" is a name of its own, "MlT" is not.
 */
function alike(offered: Spelling & { thin: boolean }, known: Spelling): boolean {
  const long = known.letters.length > 4;
  return (
    match(offered.letters, known.letters, long || offered.thin) || (long && match(offered.merged, known.merged, true))
  );
}

/** All small letters are l: is one of them a capital I? */
function isThin(form: string): boolean {
  return form.includes('l') && !/(?!l)\p{Ll}/u.test(form);
}

function match(offered: readonly string[], known: readonly string[], thin: boolean): boolean {
  return offered.length === known.length && offered.every((char, index) => sameLetter(char, known[index] ?? '', thin));
}

function sameLetter(offered: string, known: string, thin: boolean): boolean {
  if (offered === known) return true;
  const plain = LOOKALIKES[offered] ?? offered;
  if (plain === known) return true;
  if (offered === '1') return known === 'i' || known === 'l';
  const stroke = plain === 'i' || plain === 'l' ? plain : '';
  return (thin || /[^\x20-\x7e]|[!|]/.test(offered)) && stroke !== '' && (known === 'i' || known === 'l');
}
