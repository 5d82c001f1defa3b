/** One to four characters at least three times over (00000000…, 6b6b6b6b-…), one eight times (UC-XXXXXXXX), or counted up (12345678-…). */
const TYPED = /^(?:(.{1,4}?)\1{2,}$|0?1234567|abcdef12)|(.)\2{7}/i;
const SPOKEN = /^(?:your(?:[-_.]|name|user|badge|code|cert|id)|user-?_?name$|example$|placeholder)/i;

/**
 * An id out of a template or a tutorial, which is nobody's: `YOUR_BADGE_ID`, `XXXXXXXX`, `6b6b6b6b-…`, `12345678-…`.
 * People choose the names of profiles themselves, so those are only refused where they speak.
 */
export function isPlaceholder(id: string, chosen: boolean): boolean {
  const plain = id.replace(/^.*\/|[^a-z\d]/gi, '');
  return SPOKEN.test(id) || (!chosen && plain.length > 7 && TYPED.test(plain));
}
