/** The elements of a JSON array as they were written, so that what was signed stays as it was. `text` must be a valid array. */
export function elementsOf(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      at = closingQuote(text, at);
    } else if (sign === '[' || sign === '{') {
      if (++depth === 1) start = at + 1;
    } else if (sign === ',' && depth === 1) {
      found.push(text.slice(start, at).trim());
      start = at + 1;
    } else if (sign === ']' || sign === '}') {
      if (--depth > 0) continue;
      const last = text.slice(start, at).trim();
      return last === '' ? found : [...found, last];
    }
  }
  return found;
}

function closingQuote(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
