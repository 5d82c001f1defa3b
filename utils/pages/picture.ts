import { fromBase64 } from '../bytes/base64.ts';

/** `blob:` address of a checked picture; null: there is none to show; undefined: not known yet. */
export type Picture = string | null | undefined;

const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Base64 from the background → `blob:` address, or null. SVG and anything unexpected is not shown. Revoke it when done. */
export function pictureAddress(data: string | null, mime: string | null): string | null {
  if (!data || !mime || !SHOWN.has(mime)) return null;
  const bytes = fromBase64(data);
  return bytes && URL.createObjectURL(new Blob([bytes], { type: mime }));
}
