const MOST = 3;
const LONGEST = 30;

/**
 * Hashtags out of a badge's skills, without their `#`: letters and digits joined, each word with a capital. A skill whose signs are its meaning (C#,
 * C++, .NET) or that has no letter makes none.
 */
export function hashtagsOf(skills: readonly string[], most = MOST): string[] {
  const tags = new Map<string, string>();
  for (const skill of skills) {
    if (/[+#*]|^\./.test(skill.trim())) continue;
    const words = skill.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const tag = words.map((word) => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())).join('');
    if (/\p{L}/u.test(tag) && [...tag].length <= LONGEST)
      tags.set(tag.toLowerCase(), tags.get(tag.toLowerCase()) ?? tag);
  }
  return [...tags.values()].slice(0, most);
}
