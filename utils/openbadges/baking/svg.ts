/**
 * Badges baked into SVG: an element of one of the standards' namespaces, with the badge in its body or in `verify`. Read as text by a parser that knows
 * namespaces and expands no entities of a document's own; nothing is run or drawn.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type BakedKeyword, broken, choose, MAX_PAYLOAD, NOTHING, type Unbaked } from './types.ts';

interface Kind {
  keyword: BakedKeyword;
  element: string;
}

/** By namespace, never by prefix. */
export const NAMESPACES: ReadonlyMap<string, Kind> = new Map([
  ['http://openbadges.org', { keyword: 'openbadges', element: 'assertion' }],
  ['https://purl.imsglobal.org/ob/v3p0', { keyword: 'openbadgecredential', element: 'credential' }],
  ['https://purl.imsglobal.org/clr/v2p0', { keyword: 'clrcredential', element: 'credential' }],
]);

/** Drawings nest a few levels; a parser of documents that go on for ever would need memory without end. */
const MAX_DEPTH = 256;
/** Characters of a drawing that is looked into. */
const MAX_TEXT = 8 * 1_048_576;

/** One baked element and where it stands in the text. */
export interface BakedElement {
  keyword: BakedKeyword;
  payload: string;
  from: number;
  to: number;
}

export interface ReadSvg {
  elements: BakedElement[];
  /** Where the root's start tag ends, and whether it closes itself. */
  rootEnd: number;
  rootClosed: boolean;
}

class Refused extends Error {}

/** Reads what is baked into an SVG. */
export function unbakeSvg(text: string): Unbaked {
  const read = readSvg(text);
  if (read === null) return broken('SVG');
  const found = read.elements.filter(({ payload }) => payload !== '');
  const chosen = choose(found);
  if (!chosen) return NOTHING;
  const { payload, keyword } = chosen;
  return { ok: true, found: { payload, keyword, where: 'svg', more: found.length > 1 } };
}

/** Walks through the text once. Null: no well-formed SVG, or one that brings definitions of its own. */
export function readSvg(text: string): ReadSvg | null {
  if (text.length > MAX_TEXT) return null;
  const parser = new SaxesParser({ xmlns: true, position: true });
  const elements: BakedElement[] = [];
  let depth = 0;
  let root: { end: number; closed: boolean; isSvg: boolean } | null = null;
  let open: { kind: Kind; from: number; depth: number; verify: string; body: string } | null = null;

  const stop = (): never => {
    throw new Refused();
  };
  parser.on('error', stop);
  // Drawing programs write the standard's own, which nobody fetches. One with definitions inside is refused.
  parser.on('doctype', (words) => words.includes('[') && stop());
  parser.on('opentag', (tag: SaxesTagNS) => {
    depth++;
    if (depth > MAX_DEPTH) stop();
    root ??= { end: parser.position, closed: tag.isSelfClosing, isSvg: tag.local === 'svg' };
    const kind = NAMESPACES.get(tag.uri);
    if (open || kind?.element !== tag.local) return;
    const from = text.lastIndexOf('<', parser.position - 1);
    open = { kind, from, depth, verify: tag.attributes.verify?.value.trim() ?? '', body: '' };
  });
  const collect = (words: string): void => {
    if (!open) return;
    open.body += words;
    if (open.body.length > MAX_PAYLOAD) stop();
  };
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.on('closetag', () => {
    if (open && open.depth === depth) {
      const { kind, from, verify, body } = open;
      // Where both are there, the body is the badge (Open Badges baking 2.0; DESIGN section 6, policy 9).
      const payload = body.trim() || verify;
      if (payload.length > MAX_PAYLOAD) stop();
      elements.push({ keyword: kind.keyword, payload, from, to: parser.position });
      open = null;
    }
    depth--;
  });
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  const seen = root as { end: number; closed: boolean; isSvg: boolean } | null;
  return seen?.isSvg ? { elements, rootEnd: seen.end, rootClosed: seen.closed } : null;
}
