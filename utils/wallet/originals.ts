/** The files in which a badge was handed in: the one that its answer rests on, and those that it took the place of. Pure. */
import { readInstant } from '../badge/instant.ts';
import type { Examined } from '../badge/report.ts';
import type { KeptBytes, KeptRow } from './types.ts';

/** Former files of one badge, the last first; what is older goes. */
export const MAX_FORMER = 10;

type Files = Pick<KeptRow, 'original' | 'former'>;

/**
 * Issuers renew a credential under its identifier: is the signed one that was found an issue before the one that is known? It is told by its beginning,
 * else by its end. Where no date says so it is none: what was found may be a withdrawal.
 */
export function isOlderIssue(found: Examined, known: Examined): boolean {
  if (found.proof !== 'signed') return false;
  const begins = compareDates(found.badge?.issuedOn, known.badge?.issuedOn);
  return begins === 0 ? compareDates(found.badge?.expires, known.badge?.expires) < 0 : begins < 0;
}

/** Below 0 where the first is before the second; 0 also where one of them cannot be read. */
function compareDates(a: string | undefined, b: string | undefined): number {
  const [first, second] = [readInstant(a), readInstant(b)];
  return first && second ? first.ms - second.ms : 0;
}

/** The files of a badge with another one, which becomes the current one or lies beside it. No file is kept twice. */
export function withFile(files: Files, file: KeptBytes, isCurrent: boolean): Files {
  const { original, former = [] } = files;
  if (!original) return { ...files, original: file };
  if ([original, ...former].some((each) => isSameFile(each, file))) return files;
  return isCurrent
    ? { original: file, former: [original, ...former].slice(0, MAX_FORMER) }
    : { original, former: [file, ...former].slice(0, MAX_FORMER) };
}

function isSameFile(a: KeptBytes, b: KeptBytes): boolean {
  return a.bytes.length === b.bytes.length && a.bytes.every((byte, at) => byte === b.bytes[at]);
}
