import { parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Translate } from '../../../utils/words/types.ts';

export type Messages = Map<string, string>;
export const LOCALES = ['en', 'zh_TW'] as const;
export type Locale = (typeof LOCALES)[number];

/** The messages of one locale file as `section_key` → text, read the way the build reads them. */
export async function readMessages(locale: Locale): Promise<Messages> {
  const found: Messages = new Map();
  for (const message of await parseMessagesFile(`locales/${locale}.yml`)) {
    if (message.key.join('_').startsWith('@@')) continue;
    if (message.type === 'simple' || message.type === 'chrome') {
      found.set(message.key.join('_'), String(message.message));
    } else {
      found.set(message.key.join('_'), Object.values(message.plurals).join(' | '));
    }
  }
  return found;
}

/** `i18n.t` over the real message files, as strict as a browser is lax: an unknown key throws, except platform names. */
export function translator(messages: Messages): Translate {
  const t = (key: string, ...args: unknown[]): string => {
    const message = messages.get(key.replaceAll('.', '_'));
    if (message === undefined) {
      if (key.startsWith('platform.')) return '';
      throw new Error(`No message for ${key}`);
    }
    const list = args.find((arg): arg is unknown[] => Array.isArray(arg));
    const count = args.find((arg): arg is number => typeof arg === 'number');
    const substitutions = list ?? (count === undefined ? [] : [count]);
    const filled = message.replace(/\$(\d)/g, (_, n: string) => {
      const value = substitutions[Number(n) - 1];
      if (value === undefined) throw new Error(`No substitution $${n} for ${key}`);
      return String(value);
    });
    if (count === undefined) return filled;
    const forms = filled.split(' | ');
    return forms[forms.length === 2 ? (count === 1 ? 0 : 1) : Math.min(count, forms.length - 1)] ?? filled;
  };
  return t as Translate;
}
