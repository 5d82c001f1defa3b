import type { ShareTarget, TargetId } from '../share/targets/types.ts';
import type { Translate } from './types.ts';

/** Targets that are called by words: those without a brand, and LinkedIn, which has two. */
const WORDED = {
  'linkedin-post': 'share.target.linkedin_post',
  'linkedin-profile': 'share.target.linkedin_profile',
  email: 'share.target.email',
  system: 'share.target.system',
  'copy-link': 'share.target.copy_link',
} as const satisfies Partial<Record<TargetId, `share.target.${string}`>>;

const isWorded = (id: TargetId): id is keyof typeof WORDED => Object.hasOwn(WORDED, id);

/** What a target is called in a list of all. */
export function targetName({ id, name }: Pick<ShareTarget, 'id' | 'name'>, t: Translate): string {
  return isWorded(id) ? t(WORDED[id]) : (name ?? id);
}
