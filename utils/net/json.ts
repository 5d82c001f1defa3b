/**
 * From bytes of a stranger to a JSON value. Size, depth and text are checked before the parser sees them.
 * Duplicate keys are reported because two readers may pick different ones (RFC 8259, section 4): a signature must not rest on such a document.
 */

export type JsonResult =
  | {
      ok: true;
      value: unknown;
      /** Some object names a member twice; the last one is in `value`. */
      duplicateKeys: boolean;
      /** A `__proto__` member stood somewhere; it is not in `value`. */
      dropped: boolean;
    }
  | { ok: false; reason: 'too-large' | 'bad-text' | 'too-deep' | 'not-json' };

export interface JsonLimits {
  /** Default 1 MiB. */
  maxBytes?: number;
  /** Nested arrays and objects. Default 64. */
  maxDepth?: number;
}

/** Reads UTF-8 bytes (a byte order mark is tolerated) or text as JSON. Never throws. */
export function readJson(source: Uint8Array | string, limits: JsonLimits = {}): JsonResult {
  const maxBytes = limits.maxBytes ?? 1_048_576;
  if (source.length > maxBytes) return { ok: false, reason: 'too-large' };
  let text: string;
  if (typeof source === 'string') {
    text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  } else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(source);
    } catch {
      return { ok: false, reason: 'bad-text' };
    }
  }
  const shape = scan(text, limits.maxDepth ?? 64);
  if (shape.tooDeep) return { ok: false, reason: 'too-deep' };
  try {
    const value: unknown = JSON.parse(text);
    if (shape.proto) dropProto(value);
    return { ok: true, value, duplicateKeys: shape.duplicate, dropped: shape.proto };
  } catch {
    return { ok: false, reason: 'not-json' };
  }
}

interface Shape {
  tooDeep: boolean;
  duplicate: boolean;
  proto: boolean;
}

/** One pass over the text. It need not be valid JSON: the parser judges that afterwards. */
function scan(text: string, maxDepth: number): Shape {
  const shape: Shape = { tooDeep: false, duplicate: false, proto: false };
  /** One entry per open bracket: the keys of an object, or null for an array. */
  const open: (Set<string> | null)[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : null);
      if (open.length > maxDepth) return { ...shape, tooDeep: true };
    } else if (char === '}' || char === ']') {
      open.pop();
    } else if (char === '"') {
      const start = i;
      i = endOfString(text, i);
      const keys = open[open.length - 1];
      if (!keys || !colonFollows(text, i + 1)) continue;
      const key = decodeKey(text.slice(start, i + 1));
      if (keys.has(key)) shape.duplicate = true;
      if (key === '__proto__') shape.proto = true;
      keys.add(key);
    }
  }
  return shape;
}

/** The next quotation mark that an even number of backslashes stands before, none included. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text[first - 1] === '\\') first--;
    if ((end - first) % 2 === 0) return end;
  }
  return text.length;
}

function colonFollows(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char !== ' ' && char !== '\n' && char !== '\r' && char !== '\t') return char === ':';
  }
  return false;
}

/** `"a"` and `"\u0061"` are the same key. */
function decodeKey(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}

/** `Object.assign` and plain assignment would turn such a member into the prototype of the copy. Depth is bounded by `scan`. */
function dropProto(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__');
  for (const member of Object.values(value)) dropProto(member);
}
