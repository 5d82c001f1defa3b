import type { EmbedWords } from '../../utils/share/embed/types.ts';
import { formatPublicDay, t } from '../text.ts';

/** The words between a badge's own, in the reader's language. */
export const EMBED_WORDS: EmbedWords = {
  unnamed: t('embed.unnamed'),
  comma: t('embed.comma'),
  alt: (name, issuer) => t('embed.alt', [name, issuer]),
  picture: (issuer) => t('embed.picture', [issuer]),
  issued: (date) => t('embed.issued', [date]),
  expires: (date) => t('embed.expires', [date]),
  credentialId: (id) => t('embed.credential_id', [id]),
  date: formatPublicDay,
};
