/** Gives the user a file: the browser's own download of a blob, which needs no permission. */
export function saveFile(name: string, mime: string, bytes: Uint8Array<ArrayBuffer> | string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; it keeps the bytes itself.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name that every file system takes: no signs with a meaning of their own, no dots at its ends, not too long, never empty. */
export function fileName(words: string, extension: string): string {
  const clean = words
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${[...clean].slice(0, 80).join('').trim() || 'badge'}.${extension}`;
}
