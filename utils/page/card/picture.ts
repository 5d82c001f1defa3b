/** CSS px of the field the picture is shown in; drawn at twice that for dense screens. */
const FIELD = 64;
const MAX_SIDE = 256;

/**
 * Draws a checked picture (base64, from the background) on a canvas: no address, so no policy of the page can forbid it and no page learns of it.
 * Nothing is drawn when it cannot be decoded.
 */
export async function drawPicture(canvas: HTMLCanvasElement, data: string, mime: string): Promise<boolean> {
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }));
    const dense = Math.min(MAX_SIDE, Math.ceil(FIELD * Math.max(2, devicePixelRatio)));
    const scale = Math.min(dense / bitmap.width, dense / bitmap.height);
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    return true;
  } catch {
    return false;
  }
}
