import type { Wording } from './types.ts';

/**
 * Default texts in the languages that badges are most often written in. Data, not locale files: a post is written in the badge's language, whatever
 * the language of the reader's browser. Placeholders are those of templates.ts; the target adds the address.
 */
export interface PostWords extends Readonly<Record<Wording, string>> {
  /** Stands between two skills. */
  comma: string;
}

export const POST_LANGUAGES = ['en', 'zh-TW', 'ar', 'de', 'es', 'fr', 'ja'] as const;
export type PostLanguage = (typeof POST_LANGUAGES)[number];

export const POST_WORDS: Readonly<Record<PostLanguage, PostWords>> = {
  en: {
    post: 'I have earned the badge “{name}”, issued by {issuer}.\n\nSkills: {skills}',
    short: 'I have earned the badge “{name}”, issued by {issuer}.',
    title: '{name}, issued by {issuer}',
    mail: 'Hello,\n\nI have earned the badge “{name}”. It was issued by {issuer}.\nDate of issue: {date}\nValid until: {expires}\nSkills: {skills}\n\nAnybody can look it up here:\n{url}\n',
    comma: ', ',
  },
  'zh-TW': {
    post: '我獲得了「{name}」徽章，由 {issuer} 頒發。\n\n技能：{skills}',
    short: '我獲得了「{name}」徽章，由 {issuer} 頒發。',
    title: '{name}，由 {issuer} 頒發',
    mail: '您好：\n\n我獲得了「{name}」徽章，由 {issuer} 頒發。\n頒發日期：{date}\n有效期限：{expires}\n技能：{skills}\n\n任何人都可以在此查看：\n{url}\n',
    comma: '、',
  },
  ar: {
    post: 'حصلتُ على شارة «{name}» الصادرة عن {issuer}.\n\nالمهارات: {skills}',
    short: 'حصلتُ على شارة «{name}» الصادرة عن {issuer}.',
    title: '{name}، صادرة عن {issuer}',
    mail: 'مرحبًا،\n\nحصلتُ على شارة «{name}» الصادرة عن {issuer}.\nتاريخ الإصدار: {date}\nصالحة حتى: {expires}\nالمهارات: {skills}\n\nيمكن لأي شخص الاطلاع عليها هنا:\n{url}\n',
    comma: '، ',
  },
  de: {
    post: 'Ich habe das Abzeichen „{name}“ erworben, ausgestellt von {issuer}.\n\nKenntnisse: {skills}',
    short: 'Ich habe das Abzeichen „{name}“ erworben, ausgestellt von {issuer}.',
    title: '{name}, ausgestellt von {issuer}',
    mail: 'Guten Tag,\n\nich habe das Abzeichen „{name}“ erworben. Ausgestellt wurde es von {issuer}.\nAusgestellt am: {date}\nGültig bis: {expires}\nKenntnisse: {skills}\n\nHier kann es jeder einsehen:\n{url}\n',
    comma: ', ',
  },
  es: {
    post: 'He obtenido la insignia «{name}», emitida por {issuer}.\n\nHabilidades: {skills}',
    short: 'He obtenido la insignia «{name}», emitida por {issuer}.',
    title: '{name}, emitida por {issuer}',
    mail: 'Hola:\n\nHe obtenido la insignia «{name}», emitida por {issuer}.\nFecha de emisión: {date}\nVálida hasta: {expires}\nHabilidades: {skills}\n\nCualquiera puede consultarla aquí:\n{url}\n',
    comma: ', ',
  },
  fr: {
    post: 'J’ai obtenu le badge «\u00a0{name}\u00a0», délivré par {issuer}.\n\nCompétences\u00a0: {skills}',
    short: 'J’ai obtenu le badge «\u00a0{name}\u00a0», délivré par {issuer}.',
    title: '{name}, délivré par {issuer}',
    mail: 'Bonjour,\n\nJ’ai obtenu le badge «\u00a0{name}\u00a0», délivré par {issuer}.\nDate de délivrance\u00a0: {date}\nValable jusqu’au\u00a0: {expires}\nCompétences\u00a0: {skills}\n\nChacun peut le consulter ici\u00a0:\n{url}\n',
    comma: ', ',
  },
  ja: {
    post: 'デジタルバッジ「{name}」（発行者：{issuer}）を取得しました。\n\nスキル：{skills}',
    short: 'デジタルバッジ「{name}」（発行者：{issuer}）を取得しました。',
    title: '{name}（発行者：{issuer}）',
    mail: 'こんにちは。\n\nデジタルバッジ「{name}」（発行者：{issuer}）を取得しました。\n発行日：{date}\n有効期限：{expires}\nスキル：{skills}\n\n次のページでどなたでも確認できます：\n{url}\n',
    comma: '、',
  },
};
