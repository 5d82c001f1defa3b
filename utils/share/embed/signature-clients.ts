/** Mail programs a signature is pasted into. What they take is not promised anywhere: `grade` says how well it is known. */

export interface SignatureClient {
  id: 'gmail' | 'outlook_web' | 'outlook_desktop' | 'apple_mail' | 'thunderbird';
  /** Longest signature, in characters of HTML; null where no limit is known of. */
  limit: { characters: number; grade: 'widely-reported' | 'uncertain' } | null;
  /** What its signature field wants: rich text to be pasted, or the source. */
  takes: 'rich' | 'code';
  /** The steps are the messages `embed.steps.<id>.step_1` to this number. */
  steps: number;
}

/** Gmail copies pasted pictures to its own host and counts the addresses it gives them: keep clear of the limit. */
export const SIGNATURE_CLIENTS: readonly SignatureClient[] = [
  { id: 'gmail', limit: { characters: 10_000, grade: 'widely-reported' }, takes: 'rich', steps: 4 },
  { id: 'outlook_web', limit: { characters: 8_000, grade: 'uncertain' }, takes: 'rich', steps: 4 },
  { id: 'outlook_desktop', limit: null, takes: 'rich', steps: 4 },
  { id: 'apple_mail', limit: null, takes: 'rich', steps: 4 },
  { id: 'thunderbird', limit: null, takes: 'code', steps: 4 },
];

/** How a signature of so many characters stands with a client. `near`: above nine tenths of its limit. */
export function fitOf(characters: number, { limit }: SignatureClient): 'no-limit' | 'fits' | 'near' | 'over' {
  if (!limit) return 'no-limit';
  if (characters > limit.characters) return 'over';
  return characters > limit.characters * 0.9 ? 'near' : 'fits';
}
