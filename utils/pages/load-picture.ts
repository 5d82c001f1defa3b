import { ask } from './ask.ts';
import { type Picture, pictureAddress } from './picture.ts';

const asked = new Set<string>();

/** Fetches a badge's picture through the background, once per address and page. `show` gets null where there is none to show. */
export async function loadPicture(address: string, show: (picture: Picture) => void): Promise<void> {
  if (asked.has(address)) return;
  asked.add(address);
  try {
    const { data, mime } = await ask('picture', { address });
    show(pictureAddress(data, mime));
  } catch {
    asked.delete(address);
    show(null);
  }
}
