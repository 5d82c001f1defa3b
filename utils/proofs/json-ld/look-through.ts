import { isObject, type JsonObject, list } from '../../json/members.ts';

/** What a document is made of, as far as it decides whether and how it can be read as JSON-LD. */
export interface Looked {
  /** More than is looked at. The rest then tells of a part only. */
  tooLarge: boolean;
  /** Addresses of contexts, wherever they stand, without repeats. */
  contexts: readonly string[];
  /** Contexts written out in place, wherever they stand. */
  inline: readonly JsonObject[];
  /** The first member that is no plain word, or has a local name or a list of lists as its value: see `PLAIN`. */
  odd?: string;
}

/** A badge of megabytes is none. Merging nodes and values takes time in the square of what one of them holds. */
const MOST_VALUES = 25_000;
const LONGEST_LIST = 2_000;
const DEEPEST = 64;
const MOST_CONTEXTS = 16;
const LONGEST_CONTEXT = 65_536;

/**
 * The JSON-LD keywords that say no more than they seem to. With the others, with whole addresses for words (`https://www.w3.org/2018/credentials#validUntil`)
 * and with local names (`_:b0`), a signed statement can be moved to where no reader of the JSON looks for it, and the signature still fits.
 */
const PLAIN: ReadonlySet<string> = new Set(['@context', '@id', '@type', '@value', '@language', '@direction']);
const NAMES: ReadonlySet<string> = new Set(['id', '@id', 'type', '@type']);

/** One pass over a document. Its contexts are collected, not looked into. */
export function lookThrough(document: JsonObject): Looked {
  const contexts = new Set<string>();
  const inline: JsonObject[] = [];
  let values = 0;
  let odd: string | undefined;
  let tooLarge = false;

  function collect(context: unknown): void {
    const items = Array.isArray(context) ? context : [context];
    values += items.length;
    for (const item of items) {
      if (typeof item === 'string') contexts.add(item);
      else if (isObject(item)) {
        inline.push(item);
        if (JSON.stringify(item).length > LONGEST_CONTEXT) tooLarge = true;
      }
    }
    if (items.length > MOST_CONTEXTS || contexts.size > MOST_CONTEXTS || inline.length > MOST_CONTEXTS) tooLarge = true;
  }

  function visit(value: unknown, depth: number): void {
    values++;
    if (values > MOST_VALUES || depth > DEEPEST) tooLarge = true;
    if (tooLarge || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      if (value.length > LONGEST_LIST) tooLarge = true;
      else for (const item of value) visit(item, depth + 1);
      return;
    }
    for (const [name, content] of Object.entries(value)) {
      if (name === '@context') {
        collect(content);
        continue;
      }
      if (name.includes(':') || (name.startsWith('@') && !PLAIN.has(name)) || isLocalName(name, content)) odd ??= name;
      if (isNamedTwice(name, value as JsonObject) || holdsList(content)) odd ??= name;
      visit(content, depth + 1);
    }
  }

  visit(document, 0);
  return { tooLarge, contexts: [...contexts], inline, ...(odd !== undefined && { odd }) };
}

/** `@type` beside `type`, `@id` beside `id`: one word for JSON-LD and two for a reader of the JSON, who may take the one that says less. */
function isNamedTwice(member: string, object: JsonObject): boolean {
  return (member === '@type' || member === '@id') && Object.hasOwn(object, member.slice(1));
}

/** A list in a list: JSON-LD makes one of them (9.4), and a reader of the JSON does not look so deep. Numbers are places on a map, which are nobody's. */
function holdsList(content: unknown): boolean {
  return list(content).some((item) => Array.isArray(item) && item.some((inner) => typeof inner !== 'number'));
}

/** A local name for a thing or a kind of things. Anywhere else `_:` is a person's text. */
function isLocalName(member: string, content: unknown): boolean {
  if (!NAMES.has(member)) return false;
  return list(content).some((name) => typeof name === 'string' && name.startsWith('_:'));
}
