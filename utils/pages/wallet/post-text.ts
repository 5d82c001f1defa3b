/** The text of a post before the user changed it. */
import { browser } from '../../browser.ts';
import { pickLanguage } from '../../share/targets/post-language.ts';
import { POST_LANGUAGES, type PostLanguage } from '../../share/targets/post-words.ts';
import { defaultTemplate, fillTemplate } from '../../share/targets/templates.ts';
import type { ShareTarget } from '../../share/targets/types.ts';
import type { SharedBadge } from '../../share/types.ts';
import type { Preferences } from '../../wallet/preferences.ts';

export interface PostText {
  /** With its placeholders: the user's own where one is remembered. Empty for a target that takes no text. */
  template: string;
  remembered: boolean;
  language: PostLanguage;
  /** Filled in. */
  text: string;
}

export function postText(
  target: ShareTarget,
  badge: SharedBadge,
  { templates, postLanguage, hashtags }: Pick<Preferences, 'templates' | 'postLanguage' | 'hashtags'>,
  languages: { badge: string | undefined; own: string },
): PostText {
  const wanted = postLanguage === 'own' ? [languages.own] : [languages.badge, languages.own];
  const language = pickLanguage(wanted, POST_LANGUAGES) ?? 'en';
  if (target.wording === null) return { template: '', remembered: false, language, text: '' };
  const own = templates[target.id];
  const template = own ?? defaultTemplate(target.wording, [language]);
  return {
    template,
    remembered: own !== undefined,
    language,
    text: fillTemplate(template, badge, { language, hashtags }),
  };
}

/** What language a badge is written in, as far as the browser's own recogniser is sure of it. Nothing leaves the machine. */
export async function languageOf(badge: SharedBadge): Promise<string | undefined> {
  const words = [badge.name, badge.description ?? '', badge.skills.join(', ')].join('. ');
  try {
    const { isReliable, languages } = await browser.i18n.detectLanguage(words);
    return isReliable ? languages[0]?.language : undefined;
  } catch {
    return undefined;
  }
}
