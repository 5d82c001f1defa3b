/** Names of files, made of strangers' words. */
import { hideEmails } from '../../badge/emails.ts';

/** File systems take 255 bytes (ext4, APFS) or units (NTFS) for a name; extension and number need some. */
const MAX_BYTES = 200;
const MAX_LETTERS = 80;
/** Devices in Windows, whatever stands behind a dot (Microsoft, "Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** A name that every file system takes: no signs with a meaning of their own, no dots at its ends, not too long, never empty, no device's. */
export function fileName(words: string, extension: string): string {
  return `${stem(words)}.${extension}`;
}

/** Gives each file of an archive a name that no other has, upper and lower case being one: `Name.png`, `Name (2).png`. */
export function uniqueNames(): (words: string, extension: string) => string {
  const taken = new Set<string>();
  // Where to go on counting: thousands may have one name.
  const counts = new Map<string, number>();
  return (words, extension) => {
    const clean = stem(words);
    const key = `${clean}.${extension}`.toLowerCase();
    for (let n = counts.get(key) ?? 1; ; n++) {
      const name = n === 1 ? `${clean}.${extension}` : `${clean} (${n}).${extension}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      counts.set(key, n + 1);
      return name;
    }
  };
}

function stem(words: string): string {
  const clean = hideEmails(words)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|\ufffd]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = cut(clean).replace(/[. ]+$/, '') || 'badge';
  return RESERVED.test(short) ? `badge ${short}` : short;
}

function cut(words: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const letter of [...words].slice(0, MAX_LETTERS)) {
    bytes += encoder.encode(letter).length;
    if (bytes > MAX_BYTES) break;
    kept += letter;
  }
  return kept;
}
