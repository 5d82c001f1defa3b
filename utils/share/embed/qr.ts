/** A badge's address as a QR code (ISO/IEC 18004), for what is printed: level M, with the 4 modules of quiet zone that the standard asks for. */
import { zlibSync } from 'fflate';
import { encode } from 'uqr';
import { joinBytes } from '../../bytes/join.ts';
import { chunkBytes, SIGNATURE } from '../../openbadges/baking/png-chunks.ts';
import { htmlText } from '../escape/html.ts';
import { httpsAddress } from '../escape/url.ts';

/** Modules, on each side. */
const QUIET_ZONE = 4;

/** Rows of modules, quiet zone included; true is dark. Null for what is no https address. */
export function qrModules(address: string): boolean[][] | null {
  const url = httpsAddress(address);
  if (url === null) return null;
  // The whole address with its scheme: without it, telephones search for it instead of opening it. A higher level would make more of smaller modules.
  return encode(url, { ecc: 'M', border: QUIET_ZONE }).data;
}

/** `title` says what it is to those who cannot see it. `modulePixels`: side of a module in CSS pixels. */
export function qrSvg(address: string, title: string, modulePixels = 4): string | null {
  const modules = qrModules(address);
  if (!modules) return null;
  const side = modules.length;
  const dark = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side * modulePixels}" height="${side * modulePixels}"`,
    ` viewBox="0 0 ${side} ${side}" role="img" shape-rendering="crispEdges"><title>${htmlText(title)}</title>`,
    `<path fill="#ffffff" d="M0 0h${side}v${side}h-${side}z"/><path fill="#000000" d="${dark.join('')}"/></svg>`,
  ].join('');
}

/** A PNG of one bit a pixel. `modulePixels`: side of a module in pixels, 1 to 40. */
export function qrPng(address: string, modulePixels = 8): Uint8Array<ArrayBuffer> | null {
  const modules = qrModules(address);
  if (!modules) return null;
  const scale = Math.min(40, Math.max(1, Math.round(modulePixels)));
  const side = modules.length * scale;
  const stride = Math.ceil(side / 8) + 1;
  const lines = new Uint8Array(stride * side);
  for (let y = 0; y < side; y++) {
    const row = modules[Math.floor(y / scale)] ?? [];
    for (let x = 0; x < side; x++) {
      // Each line begins with a byte that names its filter (0: none); a set bit is white.
      const at = y * stride + 1 + (x >> 3);
      if (!row[Math.floor(x / scale)]) lines[at] = (lines[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return joinBytes([
    Uint8Array.from(SIGNATURE),
    chunkBytes('IHDR', header(side)),
    chunkBytes('IDAT', zlibSync(lines)),
    chunkBytes('IEND', new Uint8Array()),
  ]);
}

/** PNG, 11.2.1: width, height, 1 bit, greyscale, the only compression and filter methods, not interlaced. */
function header(side: number): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  bytes[8] = 1;
  return bytes;
}
