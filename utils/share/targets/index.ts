import { bluesky } from './bluesky.ts';
import { copyLink } from './copy-link.ts';
import { email } from './email.ts';
import { facebook } from './facebook.ts';
import { linkedinPost } from './linkedin-post.ts';
import { linkedinProfile } from './linkedin-profile.ts';
import { mastodon } from './mastodon.ts';
import { reddit } from './reddit.ts';
import { system } from './system.ts';
import { telegram } from './telegram.ts';
import { threads } from './threads.ts';
import type { ShareTarget } from './types.ts';
import { whatsapp } from './whatsapp.ts';
import { x } from './x.ts';

/**
 * Every target, in the order in which they are offered. A new one is one file, its id in types.ts and one line here. Nothing is sent by any of them:
 * the user's click opens the target's own window, or copies.
 */
export const SHARE_TARGETS: readonly ShareTarget[] = [
  linkedinPost,
  linkedinProfile,
  x,
  facebook,
  bluesky,
  mastodon,
  threads,
  whatsapp,
  telegram,
  reddit,
  email,
  system,
  copyLink,
];

const BY_ID = new Map<string, ShareTarget>(SHARE_TARGETS.map((target) => [target.id, target]));

/** A target by its id; undefined for an id that is not known (any more), say out of stored settings. */
export function shareTarget(id: string): ShareTarget | undefined {
  return BY_ID.get(id);
}
