import type { i18n } from '#i18n';
import type { LinkKind } from '../links/types.ts';

/** `i18n.t` of `#i18n`, handed in so that the words can be tried without a browser. */
export type Translate = (typeof i18n)['t'];

/** An ISO 8601 instant in, a date (or date and time) in the reader's words out. */
export type FormatDate = (iso: string) => string;

/** What a sentence can use beside the report. */
export interface WordsContext {
  /** Platform id of the link, where one is known. */
  platform?: string;
  kind?: LinkKind;
  formatDate?: FormatDate;
  /** The name to compare with was entered by the reader, not read from a page. */
  nameEntered?: boolean;
}

/** A message key's last part: message names know no hyphen. */
export type Snake<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : S;
