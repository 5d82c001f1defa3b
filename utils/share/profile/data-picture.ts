import { toBase64 } from '../../bytes/base64.ts';
import { type PictureFacts, pictureFacts } from '../../bytes/picture-facts.ts';
import { barePicture } from '../bare-picture/index.ts';

/** Of one picture, in bytes. */
export const MAX_PICTURE = 1_048_576;

export interface DataPicture extends PictureFacts {
  /** A `data:` address that holds the picture itself, bare: what was baked or written into it is not published. */
  address: string;
}

/** Made once for each picture: a page is drawn anew with each key that is pressed. */
const made = new WeakMap<Uint8Array, DataPicture | 'none'>();

/** The picture for a page that loads nothing; null for what is no PNG, JPEG, GIF or WebP by its own bytes, or larger than a megabyte. */
export function dataPicture(bytes: Uint8Array | null | undefined): DataPicture | null {
  if (!bytes) return null;
  const known = made.get(bytes) ?? read(bytes);
  made.set(bytes, known);
  return known === 'none' ? null : known;
}

function read(bytes: Uint8Array): DataPicture | 'none' {
  const bare = bytes.length <= MAX_PICTURE ? barePicture(bytes) : null;
  const facts = bare && pictureFacts(bare);
  return bare && facts ? { ...facts, address: `data:${facts.mime};base64,${toBase64(bare)}` } : 'none';
}
