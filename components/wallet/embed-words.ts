import { embedWords } from '../../utils/words/embed-words.ts';
import { formatPublicDay, t } from '../text.ts';

/** The words between a badge's own, in the reader's language. */
export const EMBED_WORDS = embedWords(t, formatPublicDay);
