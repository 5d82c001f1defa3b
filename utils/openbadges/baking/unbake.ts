import { unbakePng } from './png.ts';
import { isPng } from './png-chunks.ts';
import { unbakeSvg } from './svg.ts';
import { broken, MAX_PICTURE, type Unbaked } from './types.ts';

export type { BakedKeyword, Found, Unbaked } from './types.ts';

/**
 * Takes the badge out of a PNG or an SVG: an address, JSON or a compact JWS, as text. What it says is believed no more than if it had been pasted: the
 * picture protects nothing. Never throws.
 */
export async function unbake(bytes: Uint8Array): Promise<Unbaked> {
  if (bytes.length > MAX_PICTURE) return broken('size');
  const own = new Uint8Array(bytes);
  if (isPng(own)) return unbakePng(own);
  try {
    return unbakeSvg(new TextDecoder('utf-8', { fatal: true }).decode(own));
  } catch {
    // An SVG in another encoding than UTF-8, which browsers would draw and no issuer of badges writes.
    return broken('UTF-8');
  }
}
