import type { EmbedWords } from '../share/embed/types.ts';
import type { FormatDate, Translate } from './types.ts';

/** The words of snippets in the reader's language. Names are filled in as they are: each format escapes the whole. */
export function embedWords(t: Translate, date: FormatDate): EmbedWords {
  return {
    unnamed: t('embed.unnamed'),
    comma: t('embed.comma'),
    alt: (name, issuer) => t('embed.alt', [name, issuer]),
    picture: (issuer) => t('embed.picture', [issuer]),
    issued: (day) => t('embed.issued', [day]),
    expires: (day) => t('embed.expires', [day]),
    credentialId: (id) => t('embed.credential_id', [id]),
    date,
  };
}
