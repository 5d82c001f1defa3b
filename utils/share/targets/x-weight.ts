/**
 * How X counts: twitter-text's published configuration, version 3 (config/v3.json). The text is brought to NFC; an emoji sequence weighs 2, an
 * address 23, code points of the ranges below 1, all others 2. The configuration counts in hundredths; the sums are the same.
 */
const ADDRESS = 23;
const HEAVY = 2;
const LIGHT: readonly [first: number, last: number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

const LABEL = String.raw`[\p{L}\p{N}][\p{L}\p{N}_\-]{0,62}\.`;
/**
 * X links names without a scheme as well ("ASP.NET" is one). Its list of all top-level names is not repeated here: these are the common ones. Two
 * letters are any country's, and a lone name there counts only with a path, as with X.
 */
const COMMON =
  'com|net|org|edu|gov|mil|int|info|biz|name|pro|dev|app|cloud|tech|online|site|academy|education|training';
const BARE = String.raw`(?:(?:${LABEL}){1,32}(?:${COMMON})|(?:${LABEL}){2,32}[a-z]{2}|(?:${LABEL})[a-z]{2}(?=\/))(?![\p{L}\p{N}_\-])`;
const SCHEME = String.raw`https?:\/\/(?:${LABEL}){1,32}[\p{L}][\p{L}\p{N}\-]{1,62}`;
const REST = String.raw`(?::\d{1,5})?(?:[\/?#](?:[\w\p{Script=Cyrillic}!*';:=+,.$\/%#\[\]\-~@\|&?\(\)]*[\w=#\/+\-])?)?`;
const TOKEN = new RegExp(
  String.raw`(?<address>(?<![\p{L}\p{N}@＠$#＃_.\/\-])(?:${SCHEME}|${BARE})${REST})|(?<emoji>\p{RGI_Emoji})`,
  'giv',
);

/** Weighted length; X takes 280. An emoji that X knows as one and this browser does not is counted by its parts, which is more. */
export function weightOf(text: string): number {
  const normal = text.normalize('NFC');
  let weight = 0;
  let end = 0;
  for (const match of normal.matchAll(TOKEN)) {
    weight += plainWeight(normal.slice(end, match.index));
    weight += match.groups?.address === undefined ? HEAVY : ADDRESS;
    end = match.index + match[0].length;
  }
  return weight + plainWeight(normal.slice(end));
}

function plainWeight(text: string): number {
  let weight = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    weight += LIGHT.some(([first, last]) => point >= first && point <= last) ? 1 : HEAVY;
  }
  return weight;
}
