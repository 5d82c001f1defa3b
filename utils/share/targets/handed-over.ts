import { message } from './message.ts';
import type { Draft, ShareTarget } from './types.ts';

/** What a target gets to see of a draft: where it takes no text, the link alone. */
export function handedOver(target: ShareTarget, { badge, text }: Pick<Draft, 'badge' | 'text'>): string {
  return target.prefills && target.way !== 'clipboard' ? message(text, badge.url) : badge.url;
}

/** The user pastes the text: it is to be copied before the target is opened. */
export function isPasted({ way, prefills, wording }: ShareTarget): boolean {
  return way === 'page' && !prefills && wording !== null;
}
