/** Looking into JSON that a stranger wrote: any member may be of any type, lists may be single values and the other way round. */

export type JsonObject = { readonly [name: string]: unknown };

/** A JSON object: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member; what `Object.prototype` has does not count. */
export function member(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The values of a member that may be one value, a list, null or absent. */
export function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The one value of a member that may stand in a list of one. Undefined when there is none or more than one. */
export function single(value: unknown): unknown {
  const values = list(value);
  return values.length === 1 ? values[0] : undefined;
}

/** Non-empty text, trimmed; undefined otherwise. */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Every text in a value that is one or a list. */
export function texts(value: unknown): string[] {
  return list(value).flatMap((item) => text(item) ?? []);
}

/**
 * The text of a member that may be written in several languages: plain, `{"@value", "@language"}`, a list of those, or a map of language to text.
 * English if there is one, else the first.
 */
export function wording(value: unknown): string | undefined {
  const found = wordings(value, 0);
  return (found.find((entry) => /^en\b/i.test(entry.language)) ?? found[0])?.words;
}

function wordings(value: unknown, depth: number): { language: string; words: string }[] {
  const words = text(value);
  if (words !== undefined) return [{ language: '', words }];
  if (depth > 2) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => wordings(item, depth + 1));
  if (!isObject(value)) return [];
  const literal = text(member(value, '@value'));
  if (literal !== undefined) return [{ language: text(member(value, '@language')) ?? '', words: literal }];
  return Object.entries(value)
    .filter(([language]) => /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(language))
    .flatMap(([language, content]) => wordings(content, 3).map((entry) => ({ ...entry, language })));
}

/** Does `type` (or `@type`) name one of these, whatever prefix (`obi:`, an address) stands before it? */
export function hasType(object: JsonObject, ...names: readonly string[]): boolean {
  const types = [...texts(member(object, 'type')), ...texts(member(object, '@type'))];
  return types.some((type) => names.includes(type.replace(/^.*[/#:]/, '')));
}

/** The document's own identifier. */
export function idOf(object: JsonObject): string | undefined {
  return text(member(object, 'id')) ?? text(member(object, '@id'));
}

/** A reference: an address as text, or the `id` of an object. */
export function reference(value: unknown): string | undefined {
  const one = single(value);
  return isObject(one) ? idOf(one) : text(one);
}

/** Addresses of the JSON-LD contexts a document names. A context written out in place has none. */
export function contextsOf(object: JsonObject): string[] {
  return texts(member(object, '@context'));
}
