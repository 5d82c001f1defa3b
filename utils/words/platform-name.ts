import { quoted, snake } from './plain.ts';
import type { Translate } from './types.ts';

type PlatformKey = Extract<Parameters<Translate>[0], `platform.${string}`>;

/** The name people know a platform (folder name under utils/platforms) by; an unknown id comes back as plain text. */
export function platformName(platform: string, t: Translate): string {
  // The ids are data of other folders; a test holds them and the messages together.
  return t(`platform.${snake(platform)}` as PlatformKey) || quoted(platform);
}
