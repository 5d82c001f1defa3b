import { pictureFacts } from '../../bytes/picture-facts.ts';
import { bareGif } from './gif.ts';
import { bareJpeg } from './jpeg.ts';
import { barePng } from './png.ts';
import { bareWebp } from './webp.ts';

/**
 * A picture as it may be published: what is drawn, and nothing that it says besides. A badge's picture may have the whole credential baked in, with its
 * owner's address; a photograph says where it was taken. What is not understood is left out rather than published. Null for what is no PNG, JPEG, GIF or
 * WebP, or is damaged. The picture handed in stays as it is. Never throws.
 */
export function barePicture(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  switch (pictureFacts(bytes)?.mime) {
    case 'image/png':
      return barePng(new Uint8Array(bytes));
    case 'image/jpeg':
      return bareJpeg(bytes);
    case 'image/gif':
      return bareGif(bytes);
    case 'image/webp':
      return bareWebp(bytes);
    default:
      return null;
  }
}
