import { PLATFORM_LINKS } from '../platforms/links.ts';
import type { LinkKind, PlatformLinks } from './types.ts';
import { WRAPPERS } from './wrappers.ts';

/** A shape made ready; see `LinkShape`. */
export interface Rule {
  of: Pick<PlatformLinks, 'platform' | 'find'>;
  kind: LinkKind | 'wrapper';
  pattern: RegExp;
  /** Query parameter that belongs to it. */
  query: string | undefined;
  lowerCase: boolean;
  /** Canonical host, or `*.…`: every host is its own. */
  host: string;
  /** Template of the clean address. */
  clean: string | undefined;
}

const TOKENS: Record<string, string> = {
  u: '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}',
  c: '[A-Z\\d]',
  w: '[\\w.%~-]+',
};
/** As in DNS: a longer name leads nowhere, and would take long to look up. */
const MAX_HOST = 253;
const RULES = new Map<string, Rule[]>();

for (const of of [...PLATFORM_LINKS, WRAPPERS]) {
  for (const [kind, shapes] of Object.entries(of.shapes)) {
    for (const shape of shapes) {
      const [, names = '', path = '', open, clean] = /^([^/]+)(.+?)(\*)?(?: -> (.+))?$/.exec(shape) ?? [];
      const source = path.replace(/@([a-z]|\d+)/g, (_, token) => TOKENS[token] ?? `[\\da-f]{${token}}`);
      const rule: Rule = {
        of,
        kind: kind as Rule['kind'],
        pattern: new RegExp(`^${source}${open ? '(?![\\w-])' : '$'}`),
        query: / (\w+)=/.exec(path)?.[1],
        lowerCase: /@[u\d]/.test(path),
        host: names.replace(/,.*/, ''),
        clean,
      };
      for (const name of names.replace(/www\.([^,]+)/g, '$&,$1').split(',')) {
        RULES.set(name, [...(RULES.get(name) ?? []), rule]);
      }
    }
  }
}

/**
 * Shapes known for exactly this host name; failing that, for the nearest `??.` or `*.` above it, and in the end those of any public name (`*`). Never
 * for part of a label.
 */
export function rulesOf(host: string): readonly Rule[] {
  const parent = host.replace(/^(?:\*\.)?[^.]*\.?/, '*.');
  return (
    RULES.get(host) ??
    RULES.get(host.replace(/^[a-z]{2}\./, '??.')) ??
    (parent === '*.' || host.length > MAX_HOST ? (/^\*.*[a-z]$/.test(host) && RULES.get('*')) || [] : rulesOf(parent))
  );
}

/** A last slash, and what stands behind an address in running text when the page has escaped it: space " ' ) , ; > ] } */
const TAIL = /(?:\/|%(?:2[0279c]|3[be]|5d|7d)){1,4}$/i;

export interface Match {
  rule: Rule;
  /** Path and, where it belongs to the shape, query. */
  whole: string;
  id: string;
}

/** The first shape that fits an address, without any regard to wrappers. */
export function matchAddress({ hostname, pathname, searchParams }: URL): Match | null {
  const path = pathname.replace(TAIL, '');
  for (const rule of rulesOf(hostname)) {
    const { query, lowerCase, pattern } = rule;
    const tail = query ? ` ${query}=${searchParams.get(query) ?? ''}` : '';
    const [whole, id] = pattern.exec((lowerCase ? path.toLowerCase() : path) + tail) ?? [];
    if (whole && id) return { rule, whole: whole.replace(' ', '?'), id };
  }
  return null;
}
