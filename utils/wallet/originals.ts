/** The files in which a badge was handed in: the one that its answer rests on, and those that it took the place of. Pure. */
import { readInstant } from '../badge/instant.ts';
import type { Examined, Verdict } from '../badge/report.ts';
import { isAnsweredFor } from './identity.ts';
import type { KeptBytes, KeptRow } from './types.ts';

/** Former files of one badge, the last first; what is older goes. */
export const MAX_FORMER = 10;
const DAY = 86_400_000;

type Files = Pick<KeptRow, 'original' | 'former'>;
type Dated = Pick<Examined, 'badge' | 'proof' | 'verdict'>;

/**
 * Issuers renew a credential under its identifier: is what was found an issue before the signed one that is known? That counts only while the known answer
 * holds: what proves nothing any more keeps nothing out. A host's dates are its own, so that what it has withdrawn is withdrawn, whatever they say.
 */
export function isOlderIssue(found: Dated, known: Dated): boolean {
  if (known.proof !== 'signed' || known.verdict === 'undecided' || !isAnsweredFor(known)) return false;
  return (found.proof === 'signed' || !isWithdrawn(found.verdict)) && isDatedBefore(found, known);
}

/**
 * Of two looks, one at a file and one at the badge's address: does the file's count? The one does that answers, and of two answers the one that is about the
 * later issue; a withdrawal counts in any case, unless it is an older signed issue's.
 */
export function isLastWord(file: Examined, there: Examined, known: Examined): boolean {
  if (!isAnsweredFor(file)) return isOlderIssue(there, known);
  if (isWithdrawn(there.verdict)) return isOlderIssue(there, file);
  if (!isAnsweredFor(there)) return true;
  if (isWithdrawn(file.verdict)) return !isOlderIssue(file, there);
  return !isDatedBefore(file, there);
}

/**
 * Told by its beginning, else by its end. Where no date says so it is none: what was found may be a withdrawal. Some write the hour and some the day alone,
 * so that less than a day apart is the same.
 */
export function isDatedBefore(found: Pick<Examined, 'badge'>, known: Pick<Examined, 'badge'>): boolean {
  const begins = compareDates(found.badge?.issuedOn, known.badge?.issuedOn);
  return begins === 0 ? compareDates(found.badge?.expires, known.badge?.expires) < 0 : begins < 0;
}

export function isWithdrawn(verdict: Verdict): boolean {
  return verdict === 'revoked' || verdict === 'suspended';
}

/** Below 0 where the first is before the second; 0 also where one of them cannot be read. */
function compareDates(a: string | undefined, b: string | undefined): number {
  const [first, second] = [readInstant(a), readInstant(b)];
  const apart = first && second ? first.ms - second.ms : 0;
  return Math.abs(apart) < DAY ? 0 : apart;
}

/**
 * The files of a badge with another one, which becomes the current one or lies beside it. No file is kept twice; one that comes again is at the place that it
 * has now, and is proved as it is now.
 */
function withFile(files: Files, file: KeptBytes, isCurrent: boolean): Files {
  const { original, former = [] } = files;
  const others = former.filter((each) => !isSameFile(each, file));
  if (!original) return filesOf(file, others);
  if (isSameFile(original, file)) return filesOf(original, others);
  if (isCurrent) return filesOf(file, [original, ...others]);
  const isThere = others.length < former.length;
  return filesOf(original, isThere ? former.map((each) => (isSameFile(each, file) ? file : each)) : [file, ...former]);
}

/** None of them is the one that the answer rests on: they came out of a backup, and may be anybody's. */
export function withoutProof(files: Files): Files {
  const former = filesIn(files).map(unproved);
  return former.length > 0 ? { former } : {};
}

/** The files of a badge with those that a backup brings, as far as there is room: none that is here goes for them. Null where nothing is new. */
export function withBrought(files: Files, brought: readonly KeptBytes[]): Files | null {
  const { original, former = [] } = files;
  const here = filesIn(files);
  const fresh = brought.filter((file) => !here.some((each) => isSameFile(each, file)));
  if (fresh.length === 0 || former.length >= MAX_FORMER) return null;
  return filesOf(original, [...former, ...fresh.map(unproved)]);
}

/** A kept badge with another of its files, see `withFile`. */
export function keptWithFile(kept: KeptRow, file: KeptBytes, isCurrent: boolean): KeptRow {
  const { original: _, former: __, ...rest } = kept;
  return { ...rest, ...withFile(kept, file, isCurrent) };
}

/** All files of a badge, the current one first. */
export function filesIn({ original, former = [] }: Files): KeptBytes[] {
  return [...(original ? [original] : []), ...former];
}

export function isSameFile(a: Pick<KeptBytes, 'bytes'>, b: Pick<KeptBytes, 'bytes'>): boolean {
  return a.bytes.length === b.bytes.length && a.bytes.every((byte, at) => byte === b.bytes[at]);
}

function unproved(file: KeptBytes): KeptBytes {
  return { ...file, unproved: true };
}

function filesOf(original: KeptBytes | undefined, former: readonly KeptBytes[]): Files {
  return { ...(original && { original }), ...(former.length > 0 && { former: former.slice(0, MAX_FORMER) }) };
}
