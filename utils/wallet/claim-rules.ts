/** What of an import can be added, and as what. Pure: the preview says the same as what is done afterwards. */
import type { Verdict } from '../badge/report.ts';
import { recogniseLink } from '../links/index.ts';
import { isAnsweredFor, isStrong, waitingIdentity } from './identity.ts';
import { addByIdentity, type ByIdentity, sameAs } from './same-badges.ts';
import { isLink } from './source.ts';
import type { BadgeFacts, DraftItemRow, Refusal } from './types.ts';

/** Why an entry cannot be added; null when it can. What was withdrawn or has ended can: it is part of its owner's history. */
export function refusalOf({ candidate, result }: Pick<DraftItemRow, 'candidate' | 'result'>): Refusal | null {
  if (candidate.source === null) return waits(candidate) ? null : 'no-address';
  if (!result) return 'unchecked';
  const { verdict, checks } = result.examined;
  if (verdict === 'invalid') return 'invalid';
  if (entryFacts({ candidate, result })) return null;
  if (checks.some(({ code }) => code === 'origin-not-permitted')) return 'not-permitted';
  if (verdict === 'not-found') return 'not-found';
  if (verdict === 'unsupported') return 'unsupported';
  return checks.some(({ id, outcome }) => id === 'format' && outcome !== 'pass') ? 'no-badge' : 'undecided';
}

/**
 * What the entry is called in the wallet. Where nothing could be read of the badge itself, what its list says will do for one that waits to be accepted,
 * and for one on a platform that publishes nothing: neither ever has a tick.
 */
export function entryFacts({ candidate, result }: Pick<DraftItemRow, 'candidate' | 'result'>): BadgeFacts | null {
  if (result?.facts) return result.facts;
  const { listed, source } = candidate;
  const verdict = result?.examined.verdict;
  const listedIsEnough = waits(candidate) || (verdict !== undefined && NAMELESS.has(verdict));
  if (!listed?.name || !listedIsEnough) return null;
  const url = isLink(source) ? source.url : undefined;
  const link = url === undefined ? null : recogniseLink(url);
  return {
    name: listed.name,
    issuer: { name: listed.issuer ?? '' },
    skills: [],
    standard: 'platform',
    ...(listed.issuedOn !== undefined && { issuedOn: listed.issuedOn }),
    ...(listed.expires !== undefined && { expires: listed.expires }),
    ...(url !== undefined && { url }),
    ...(link?.kind === 'badge' && { platform: { id: link.platform, badge: link.id } }),
  };
}

/**
 * By what an entry is known as a badge that is there. Where nobody could be asked, or nobody answered for it, by what its list calls it: lists give one page
 * for many badges. Never empty.
 */
export function entryIdentities({ candidate, result }: Pick<DraftItemRow, 'candidate' | 'result'>): string[] {
  const found = result?.identities ?? [];
  const isRead = result !== undefined && (result.facts !== null || isAnsweredFor(result.examined));
  const { listed, acceptAt, source } = candidate;
  if (found.some(isStrong) || (found.length > 0 && (isRead || listed?.name === undefined))) return found;
  const address = isLink(source) ? source.url : acceptAt;
  return [...found, waitingIdentity([listed?.issuer, listed?.name, listed?.credentialId ?? address])];
}

/** Entries of an import, by number, that are the same badge as one before them that can be added. */
export function repeatedEntries(items: readonly DraftItemRow[]): Set<number> {
  const repeated = new Set<number>();
  const before: ByIdentity = new Map();
  for (const item of items) {
    if (refusalOf(item) !== null) continue;
    const identities = entryIdentities(item);
    if (sameAs(identities, before).length > 0) repeated.add(item.n);
    addByIdentity(before, { identities });
  }
  return repeated;
}

/** Answers without a document to read a name from: the platform publishes none, did not answer, or has withdrawn it. None of them is ever a tick. */
const NAMELESS: ReadonlySet<Verdict> = new Set(['unsupported', 'undecided', 'revoked', 'suspended']);

/** Its list names it, and says that its owner has not accepted it. */
function waits({ acceptance, listed }: DraftItemRow['candidate']): boolean {
  return acceptance === 'unclaimed' && listed?.name !== undefined;
}
