import { readFiles } from './read-files.ts';
import { readText } from './read-text.ts';
import type { Handed, InputRead } from './types.ts';

/**
 * What was pasted, dropped or chosen → what it is. Pure: nothing is asked or checked. Every entry of it is among the candidates (without a source
 * where it names nothing that could be looked up), among the unread with the reason, or counted by `trouble` (`too-many`, `too-large`).
 */
export function readInput(input: { text: string } | { files: readonly Handed[] }): InputRead {
  return 'text' in input ? readText(input.text) : readFiles(input.files);
}
