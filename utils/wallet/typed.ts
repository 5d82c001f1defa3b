/** A name or tag as somebody typed it, as it is kept and compared: composed, on one line, without needless white space. */
export function tidied(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
