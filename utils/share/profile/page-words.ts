/**
 * The page's own words. Data, not locale files: a page is written in the language of those who shall read it, whatever the language of the browser it is
 * made in. Names and dates are filled in as they are; the page escapes the whole.
 */
import { POST_LANGUAGES } from '../targets/post-words.ts';
import type { PageLanguage } from './types.ts';

export const PAGE_LANGUAGES: readonly PageLanguage[] = POST_LANGUAGES;

export interface PageWords {
  direction: 'ltr' | 'rtl';
  /** Of the list of badges; and of the page, where the person gave no name. */
  badges: string;
  title(name: string): string;
  /** Before the names of badges, for search engines and previews of links. */
  including(names: string): string;
  links: string;
  languages: string;
  skills: string;
  unnamed: string;
  /** In place of the person's picture. */
  portrait(name: string): string;
  /** In place of a badge's picture, beside which its name stands. */
  picture(issuer: string): string;
  issuedBy(issuer: string): string;
  issued(date: string): string;
  expires(date: string): string;
  /** A page that lies somewhere cannot know what became of a badge since. */
  made(date: string): string;
  /** Between a label and its list, and between the members of a list. */
  colon: string;
  comma: string;
}

export const PAGE_WORDS: Readonly<Record<PageLanguage, PageWords>> = {
  en: {
    direction: 'ltr',
    badges: 'Digital badges',
    title: (name) => `${name}: digital badges`,
    including: (names) => `Digital badges: ${names}`,
    links: 'On the web',
    languages: 'Languages',
    skills: 'Skills',
    unnamed: 'Unnamed badge',
    portrait: (name) => `Picture of ${name}`,
    picture: (issuer) => `Badge from ${issuer}`,
    issuedBy: (issuer) => `Issued by ${issuer}`,
    issued: (date) => `Issued ${date}`,
    expires: (date) => `Valid until ${date}`,
    made: (date) =>
      `This page was made on ${date}. The name of each badge leads to its public proof, which says whether it holds today.`,
    colon: ': ',
    comma: ', ',
  },
  'zh-TW': {
    direction: 'ltr',
    badges: '數位徽章',
    title: (name) => `${name}的數位徽章`,
    including: (names) => `數位徽章：${names}`,
    links: '網路連結',
    languages: '語言',
    skills: '技能',
    unnamed: '未命名的徽章',
    portrait: (name) => `${name}的照片`,
    picture: (issuer) => `${issuer} 的徽章`,
    issuedBy: (issuer) => `由 ${issuer} 頒發`,
    issued: (date) => `頒發日期：${date}`,
    expires: (date) => `有效期限：${date}`,
    made: (date) => `本頁製作於 ${date}。點選各徽章名稱即可前往其公開證明，確認目前是否仍然有效。`,
    colon: '：',
    comma: '、',
  },
  ar: {
    direction: 'rtl',
    badges: 'الشارات الرقمية',
    title: (name) => `${name}: الشارات الرقمية`,
    including: (names) => `الشارات الرقمية: ${names}`,
    links: 'على الويب',
    languages: 'اللغات',
    skills: 'المهارات',
    unnamed: 'شارة بلا اسم',
    portrait: (name) => `صورة ${name}`,
    picture: (issuer) => `شارة من ${issuer}`,
    issuedBy: (issuer) => `صادرة عن ${issuer}`,
    issued: (date) => `تاريخ الإصدار: ${date}`,
    expires: (date) => `صالحة حتى: ${date}`,
    made: (date) =>
      `أُنشئت هذه الصفحة في ${date}. يقود اسم كل شارة إلى إثباتها العلني الذي يبيّن ما إذا كانت سارية اليوم.`,
    colon: ': ',
    comma: '، ',
  },
  de: {
    direction: 'ltr',
    badges: 'Digitale Abzeichen',
    title: (name) => `${name}: digitale Abzeichen`,
    including: (names) => `Digitale Abzeichen: ${names}`,
    links: 'Im Netz',
    languages: 'Sprachen',
    skills: 'Kenntnisse',
    unnamed: 'Abzeichen ohne Namen',
    portrait: (name) => `Bild von ${name}`,
    picture: (issuer) => `Abzeichen von ${issuer}`,
    issuedBy: (issuer) => `Ausgestellt von ${issuer}`,
    issued: (date) => `Ausgestellt am ${date}`,
    expires: (date) => `Gültig bis ${date}`,
    made: (date) =>
      `Diese Seite wurde am ${date} erstellt. Der Name jedes Abzeichens führt zu seinem öffentlichen Nachweis; dort steht, ob es heute gilt.`,
    colon: ': ',
    comma: ', ',
  },
  es: {
    direction: 'ltr',
    badges: 'Insignias digitales',
    title: (name) => `${name}: insignias digitales`,
    including: (names) => `Insignias digitales: ${names}`,
    links: 'En la web',
    languages: 'Idiomas',
    skills: 'Habilidades',
    unnamed: 'Insignia sin nombre',
    portrait: (name) => `Imagen de ${name}`,
    picture: (issuer) => `Insignia de ${issuer}`,
    issuedBy: (issuer) => `Emitida por ${issuer}`,
    issued: (date) => `Fecha de emisión: ${date}`,
    expires: (date) => `Válida hasta: ${date}`,
    made: (date) =>
      `Esta página se creó el ${date}. El nombre de cada insignia lleva a su prueba pública, que indica si es válida hoy.`,
    colon: ': ',
    comma: ', ',
  },
  fr: {
    direction: 'ltr',
    badges: 'Badges numériques',
    title: (name) => `${name}\u00a0: badges numériques`,
    including: (names) => `Badges numériques\u00a0: ${names}`,
    links: 'Sur le web',
    languages: 'Langues',
    skills: 'Compétences',
    unnamed: 'Badge sans nom',
    portrait: (name) => `Portrait de ${name}`,
    picture: (issuer) => `Badge de ${issuer}`,
    issuedBy: (issuer) => `Délivré par ${issuer}`,
    issued: (date) => `Délivré le ${date}`,
    expires: (date) => `Valable jusqu’au ${date}`,
    made: (date) =>
      `Cette page a été créée le ${date}. Le nom de chaque badge mène à sa preuve publique, qui indique s’il est valable aujourd’hui.`,
    colon: '\u00a0: ',
    comma: ', ',
  },
  ja: {
    direction: 'ltr',
    badges: 'デジタルバッジ',
    title: (name) => `${name}のデジタルバッジ`,
    including: (names) => `デジタルバッジ：${names}`,
    links: 'ウェブ上のページ',
    languages: '言語',
    skills: 'スキル',
    unnamed: '名称のないバッジ',
    portrait: (name) => `${name}の写真`,
    picture: (issuer) => `${issuer} のバッジ`,
    issuedBy: (issuer) => `発行者：${issuer}`,
    issued: (date) => `発行日：${date}`,
    expires: (date) => `有効期限：${date}`,
    made: (date) =>
      `このページは${date}に作成されました。各バッジの名称から公開された証明を開くと、現在有効かどうかを確認できます。`,
    colon: '：',
    comma: '、',
  },
};
