/** Is this a PNG (by its signature) or an SVG (by its root)? Then a badge may be baked into it. */
export function isPicture(bytes: Uint8Array): boolean {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (png.every((byte, index) => bytes[index] === byte)) return true;
  const head = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 4_096))
    .replace(/^\uFEFF?\s*/, '')
    .replace(/^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>|\s+)*/i, '');
  return /^<(?:[\w.-]+:)?svg[\s/>]/.test(head);
}
