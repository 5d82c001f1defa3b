import 'fake-indexeddb/auto';
import { conceal } from '../../../utils/badge/recipient.ts';
import type { Examined, RecipientIdentity, Verdict } from '../../../utils/badge/report.ts';
import { withoutRaw } from '../../../utils/badge/without-raw.ts';
import { reportOn } from '../../../utils/verify/report-on.ts';
import type { TrustedIssuer } from '../../../utils/verify/types.ts';
import { type ClaimContext, commitDraft } from '../../../utils/wallet/claim.ts';
import { WalletDatabase } from '../../../utils/wallet/database.ts';
import { addDraft, finishItem } from '../../../utils/wallet/drafts.ts';
import { answerOf, factsOf } from '../../../utils/wallet/facts.ts';
import { identitiesOf } from '../../../utils/wallet/identity.ts';
import type { Judge } from '../../../utils/wallet/judging.ts';
import { fittingName } from '../../../utils/wallet/own-names.ts';
import type { Self } from '../../../utils/wallet/ownership.ts';
import type { AnswerFacts, BadgeRow, Candidate, DraftResult, KeptRow, Outcome } from '../../../utils/wallet/types.ts';
import { examinedFixture, NOON } from '../ledger/support.ts';

export { NOON } from '../ledger/support.ts';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const READER = 'reader@example.org';

let count = 0;

/** A wallet of its own for each test. */
export function freshWallet(): WalletDatabase {
  return new WalletDatabase(`wallet-test-${process.pid}-${count++}`);
}

/** A version 4 UUID, the same for the same number. */
export const uuid = (n: number) => `1b2c3d4e-5f60-4718-8a9b-d37f06c2${(0xe700 + n).toString(16)}`;
export const credlyAddress = (n: number) => `https://www.credly.com/badges/${uuid(n)}`;

export const toReader = (salt?: string): RecipientIdentity[] => [
  conceal({ type: 'email', identity: READER, hashed: false, ...(salt !== undefined && { salt }) }),
];

/** The number of the Credly badge at an address; -1 for any other address. */
export const credlyNumber = (address: string) => NUMBERS.findIndex((n) => credlyAddress(n) === address);
const NUMBERS = Array.from({ length: 60 }, (_, n) => n);

/** What a school with a DID of its own calls a badge of its own. */
export const KESTREL = { id: 'https://kestrel.example/credentials/7', issuer: 'did:web:kestrel.example' };

/** As good as an answer can be. */
export const answerFixture = (more: Partial<AnswerFacts> = {}): AnswerFacts => ({
  verdict: 'verified',
  tone: 'ok',
  proof: 'hosted',
  match: 'yours',
  standing: 'vetted',
  checkedAt: new Date(NOON).toISOString(),
  ...more,
});

const OBI = 'https://www.credly.com/api/v1/obi/v2';

/** What Credly says about its badge number `n`. */
export function credlyExamined(n: number, verdict: Verdict = 'verified', extra: Partial<Examined> = {}): Examined {
  const isKnown = verdict !== 'undecided' && verdict !== 'not-found';
  return examinedFixture(verdict, {
    proof: isKnown ? 'hosted' : 'none',
    issuer: { id: `${OBI}/issuers/${uuid(99)}`, name: 'Harbour School', platform: { id: 'credly', vets: true } },
    badge: isKnown
      ? {
          name: `Knots ${n}`,
          issuer: { name: 'Harbour School' },
          skills: ['Splicing'],
          standard: 'OB2',
          id: `${OBI}/badge_assertions/${uuid(n)}`,
          url: credlyAddress(n),
          raw: { secret: 'document' },
        }
      : null,
    recipients: toReader(),
    ...extra,
  });
}

/** A credential that a signer made. `id` and `issuer` are the signer's own words, as far as the proof lets it. */
export function signedExamined(
  { id, issuer, url, name = 'Lanterns' }: { id: string; issuer: string; url?: string; name?: string },
  verdict: Verdict = 'verified',
  extra: Partial<Examined> = {},
): Examined {
  const isProved = verdict !== 'undecided';
  return examinedFixture(verdict, {
    proof: isProved ? 'signed' : 'none',
    issuer: { id: issuer, name: 'Anybody' },
    badge: {
      name,
      issuer: { id: issuer, name: 'Anybody' },
      skills: [],
      standard: 'OB3',
      id,
      ...(url !== undefined && { url }),
      raw: null,
    },
    ...extra,
  });
}

/** What a look brings, out of what was found: as utils/background/wallet/look.ts puts it together. */
export function resultOf(
  examined: Examined,
  source: Candidate['source'],
  more: Partial<DraftResult> = {},
): DraftResult {
  const address = source && 'url' in source ? source.url : undefined;
  const bytes =
    source && 'bytes' in source ? source.bytes : source && 'text' in source ? encode(source.text) : undefined;
  return {
    identities: identitiesOf(examined, address, bytes),
    examined: withoutRaw(examined),
    facts: factsOf(examined, address),
    answer: answerOf(reportOn(examined)),
    documents: [],
    ...(address !== undefined && { source: address }),
    ...(bytes && { original: { mime: 'application/json', bytes } }),
    ...more,
  };
}

export const encode = (text: string) => new TextEncoder().encode(text);

export interface Entry {
  candidate: Candidate;
  result?: DraftResult;
}

export function entryAt(address: string, examined: Examined, more: Partial<Candidate> = {}): Entry {
  const source = { url: address };
  return { candidate: { label: address, source, acceptance: 'claimed', ...more }, result: resultOf(examined, source) };
}

export function entryOfFile(text: string, examined: Examined): Entry {
  const source = { bytes: encode(text), mime: 'application/json' };
  return { candidate: { label: 'a file', source, acceptance: 'claimed' }, result: resultOf(examined, source) };
}

/** What settings with these addresses, this name and this list of issuers make of badges. */
export const judgeOf = (self: Self = { emails: [READER] }, trusted: readonly TrustedIssuer[] = []): Judge => ({
  by: JSON.stringify([self, trusted]),
  self,
  reportOn: (examined) => {
    const name = fittingName(examined.holderName, self.names ?? []);
    return reportOn(examined, { holder: { emails: [...self.emails], ...(name !== undefined && { name }) }, trusted });
  },
});

export const context = (more: Partial<ClaimContext> = {}): ClaimContext => ({
  self: { emails: [READER] },
  visibility: 'public',
  now: NOON,
  random: () => 0.5,
  ...more,
});

/** A draft with all its entries checked. */
export async function checkedDraft(db: WalletDatabase, entries: readonly Entry[], now = NOON): Promise<string> {
  const candidates = entries.map(({ candidate }) => candidate);
  const id = await addDraft(db, { way: 'file', title: 'a file', candidates }, now);
  for (const [n, { result }] of entries.entries()) await finishItem(db, id, n, result);
  return id;
}

/** Claims all of them; answers what became of each. */
export async function claimAll(
  db: WalletDatabase,
  entries: readonly Entry[],
  more: Partial<ClaimContext> = {},
  statement: BadgeRow['statement'] = 'mine',
): Promise<Outcome[]> {
  const id = await checkedDraft(db, entries);
  const decisions = entries.map((_, n) => ({ n, take: true, statement }));
  return commitDraft(db, id, decisions, context(more));
}

export async function claimOne(db: WalletDatabase, entry: Entry, more: Partial<ClaimContext> = {}): Promise<string> {
  const [outcome] = await claimAll(db, [entry], more);
  if (!outcome || !('badge' in outcome)) throw new Error(`not claimed: ${JSON.stringify(outcome)}`);
  return outcome.badge;
}

/** A badge of the wallet; rejects where it is not there. */
export async function theBadge(db: WalletDatabase, id: string): Promise<{ row: BadgeRow; kept: KeptRow }> {
  const [row, kept] = await Promise.all([db.badges.get(id), db.kept.get(id)]);
  if (!row || !kept) throw new Error('no such badge');
  return { row, kept };
}
