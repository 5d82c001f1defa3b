import { toBase64 } from '../bytes/base64.ts';
import { fromBinary } from '../bytes/binary.ts';
import { pictureFacts } from '../bytes/picture-facts.ts';
import { createReader } from '../net/reader.ts';

export interface Picture {
  /** Base64 of the checked bytes. */
  data: string;
  mime: string;
}

const MAX_BYTES = 2 * 1_048_576;
/** Base64 needs four characters for three bytes; percent-encoding up to three for one. */
const MAX_DATA_URI = 3 * MAX_BYTES + 200;
const ACCEPT = 'image/png,image/jpeg,image/gif,image/webp';

/**
 * Gets the picture a badge names: by https through the guard, without cookies or referrer, or out of a `data:` URI.
 * Null when there is none that may be shown: another format (SVG among them), too large, or not to be had.
 */
export async function fetchPicture(address: string, fetch: typeof globalThis.fetch): Promise<Picture | null> {
  const picture = await fetchPictureBytes(address, fetch);
  return picture && { data: toBase64(picture.bytes), mime: picture.mime };
}

/** The same, as bytes: as they were sent, with whatever is baked into them. */
export async function fetchPictureBytes(
  address: string,
  fetch: typeof globalThis.fetch,
): Promise<{ bytes: Uint8Array; mime: string } | null> {
  const bytes = /^data:/i.test(address) ? bytesOfDataUri(address) : await download(address, fetch);
  const facts = bytes && pictureFacts(bytes);
  return facts ? { bytes, mime: facts.mime } : null;
}

async function download(address: string, fetch: typeof globalThis.fetch): Promise<Uint8Array | null> {
  const reader = createReader(fetch, { maxRequests: 6, maxBytes: MAX_BYTES, cache: 'default' });
  const answer = await reader.read(address, { accept: ACCEPT });
  return answer.ok && answer.status === 200 ? answer.bytes : null;
}

/** RFC 2397. Null when it cannot be read or holds more than 2 MiB. */
function bytesOfDataUri(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  if (comma < 0 || address.length > MAX_DATA_URI) return null;
  try {
    const body = decodeURIComponentBytes(address.slice(comma + 1));
    const text = /;\s*base64\s*$/i.test(address.slice(0, comma)) ? atob(body) : body;
    if (text.length > MAX_BYTES) return null;
    return fromBinary(text);
  } catch {
    return null;
  }
}

/** Percent-decoding to one character a byte: `decodeURIComponent` would insist on UTF-8. */
function decodeURIComponentBytes(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
