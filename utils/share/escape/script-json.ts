/**
 * JSON for the content of a `<script>`: HTML knows no escape there, and `</script` or `<!--` in a name would end or turn it. The same JSON to every
 * reader of JSON.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The element that holds data for search engines (JSON-LD 1.1, 7). */
export function jsonLdScript(value: unknown): string {
  return `<script type="application/ld+json">\n${scriptJson(value)}\n</script>`;
}
