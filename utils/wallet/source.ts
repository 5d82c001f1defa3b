import type { LinkSource, Source } from './types.ts';

/** Is it an address to ask at? `given`: what the user handed in, see `DraftItemRow`. */
export function isLink(source: Source | 'given' | null): source is LinkSource {
  return source !== null && source !== 'given' && 'url' in source;
}
