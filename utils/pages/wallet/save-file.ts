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
