/** What in front of an address would make it part of another one. */
const JOINED = /[\w%~/?#&=@.]/;
/** What may stand behind it: the end, a space, or marks and then either. Anything else some target would take for part of the address. */
const ENDED = /^[.,;:!?'")\]}>»”’」』）。、，；：！？]{0,8}(?:\s|$)/;
const LOOK = 9;

/** Does the text hold exactly this address, not one that only begins or ends alike? */
export function holdsAddress(text: string, url: string): boolean {
  for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1)) {
    const end = at + url.length;
    if (!JOINED.test(text.charAt(at - 1)) && ENDED.test(text.slice(end, end + LOOK))) return true;
  }
  return false;
}

/** Text and address as one, for targets that take one text: the address on a line of its own, unless the user put it into the text. */
export function message(text: string, url: string): string {
  if (text === '' || holdsAddress(text, url)) return text || url;
  return text.endsWith('\n') ? text + url : `${text}\n${url}`;
}
