/** What of a kept badge gives way to what another look found. Pure. */
import type { Examined } from '../badge/report.ts';
import { toneOf } from '../badge/tone.ts';
import { isGenuine } from '../badge/verdict.ts';
import { withoutRaw } from '../badge/without-raw.ts';
import { wasAnsweredFor } from './history.ts';
import { isAnsweredFor } from './identity.ts';
import { withoutProof } from './originals.ts';
import type { AnswerFacts, BadgeFacts, BadgeRow, HistoryRow, KeptBytes, KeptRow } from './types.ts';

export interface Finding {
  examined: Examined;
  answer: AnswerFacts;
  /** What the badge itself says; null where it could not be read. */
  facts: BadgeFacts | null;
  documents: KeptBytes[];
}

type Known = Pick<BadgeRow, 'answer' | 'facts' | 'factsProved'>;

/** What a backup's file says gives way, its documents and picture included, as soon as somebody answers for the badge. */
export function settlesBackup(
  row: Pick<BadgeRow, 'restored'>,
  { examined, facts }: Omit<Finding, 'answer' | 'documents'>,
): boolean {
  return row.restored === true && facts !== null && isAnsweredFor(examined);
}

/** A kept badge without what its backup brought and others can bring anew. Its files are not lost, but nothing of what was found rests on them. */
export function withoutBackup(kept: KeptRow): KeptRow {
  const { picture: _, original: __, former: ___, ...rest } = kept;
  return { ...rest, ...withoutProof(kept), documents: [] };
}

/**
 * The answer is the new one in any case. What nobody answers for any more keeps the facts that were answered for, and its documents, as a record of what
 * its issuer said. `examined` follows the answer, so that nobody takes an old verdict for today's.
 */
export function renewed(
  row: Known,
  kept: Pick<KeptRow, 'examined' | 'documents'> | undefined,
  { examined, answer, facts, documents }: Finding,
  history: readonly HistoryRow[],
): { row: Known; kept: Pick<KeptRow, 'examined' | 'documents'> } {
  const fresh = withoutRaw(examined);
  const isProved = isAnsweredFor(examined);
  // Rows of before it was noted down have their history.
  const wasProved = row.factsProved === true || isAnsweredFor(row.answer) || wasAnsweredFor(history);
  if (facts && (isProved || !wasProved)) {
    // Of a badge that was whole and its issuer's own the documents are worth keeping.
    const isGood = isGenuine(examined.verdict) && documents.length > 0;
    return {
      row: { answer, facts, ...(isProved && { factsProved: true }) },
      kept: { examined: fresh, documents: isGood ? documents : (kept?.documents ?? documents) },
    };
  }
  const { match, standing } = row.answer;
  return {
    row: {
      answer: { ...answer, match, standing, tone: toneOf(answer.verdict, standing, match) },
      facts: row.facts,
      ...(wasProved && { factsProved: true }),
    },
    kept: { examined: kept ? aboutTheKnown(fresh, kept.examined) : fresh, documents: kept?.documents ?? documents },
  };
}

/** The new answer about the badge as it was last known. */
function aboutTheKnown(found: Examined, known: Examined): Examined {
  const { badge, recipients, issuer, holderName, holderIsHandle } = known;
  const { holderName: _, holderIsHandle: __, ...rest } = found;
  return {
    ...rest,
    badge,
    recipients,
    issuer,
    ...(holderName !== undefined && { holderName }),
    ...(holderIsHandle && { holderIsHandle }),
  };
}
