/** The files in which a badge was handed in: the one that its answer rests on, and those that it took the place of. Pure. */
import { readInstant } from '../badge/instant.ts';
import type { Examined } from '../badge/report.ts';
import type { KeptBytes, KeptRow } from './types.ts';

/** Former files of one badge, the last first; what is older goes. */
export const MAX_FORMER = 10;

type Files = Pick<KeptRow, 'original' | 'former'>;

/** Was this very file handed in before, and has another taken its place? */
export function isFormer({ former = [] }: Files, file: KeptBytes): boolean {
  return former.some((each) => isSameFile(each, file));
}

/**
 * Issuers renew a credential under its identifier: is the signed one that was found an issue before the one that is known? One that was issued on the same
 * day is told by its end.
 */
export function isOlderIssue(found: Examined, known: Examined): boolean {
  if (found.proof !== 'signed') return false;
  const [foundDates, knownDates] = [found, known].map(({ badge }) => ({
    begin: readInstant(badge?.issuedOn)?.ms ?? 0,
    end: readInstant(badge?.expires)?.ms ?? Number.POSITIVE_INFINITY,
  }));
  if (!foundDates || !knownDates) return false;
  const isSameDay = foundDates.begin === knownDates.begin;
  return isSameDay ? foundDates.end < knownDates.end : foundDates.begin < knownDates.begin;
}

/** The files of a badge with another one, which becomes the current one or lies beside it. No file is kept twice. */
export function withFile(files: Files, file: KeptBytes, isCurrent: boolean): Files {
  const { original, former = [] } = files;
  if (!original) return { ...files, original: file };
  if (isSameFile(original, file) || isFormer(files, file)) return files;
  return isCurrent
    ? { original: file, former: [original, ...former].slice(0, MAX_FORMER) }
    : { original, former: [file, ...former].slice(0, MAX_FORMER) };
}

function isSameFile(a: KeptBytes, b: KeptBytes): boolean {
  return a.bytes.length === b.bytes.length && a.bytes.every((byte, at) => byte === b.bytes[at]);
}
