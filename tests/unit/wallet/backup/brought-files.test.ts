import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { recheckOne } from '../../../../utils/background/wallet/recheck.ts';
import type { Examined } from '../../../../utils/badge/report.ts';
import { gatherRows, restoreBackup } from '../../../../utils/wallet/backup/restore.ts';
import { validateRows } from '../../../../utils/wallet/backup/validate-rows.ts';
import type { WalletDatabase } from '../../../../utils/wallet/database.ts';
import type { KeptBytes } from '../../../../utils/wallet/types.ts';
import {
  claimAll,
  claimOne,
  credlyAddress,
  credlyExamined,
  DAY,
  encode,
  entryAt,
  entryOfFile,
  freshWallet,
  judgeOf,
  KESTREL,
  NOON,
  resultOf,
  signedExamined,
  theBadge,
  uuid,
} from '../support.ts';

const ALL = { leftOut: new Set<string>(), merge: true, watches: false, preferences: false };
const SELF = { emails: [] };
const STRANGER = { id: 'urn:uuid:7', issuer: 'did:web:stranger.example' };
const later = { checkedAt: new Date(NOON + DAY).toISOString() };

/** A backup that says of a stranger's file that it is this Credly badge's. */
const planted = (text: string) =>
  validateRows(
    {
      badges: [
        {
          id: uuid(70),
          identities: [`credly:${uuid(1)}`],
          facts: { name: 'Knots 1', issuer: { name: 'Harbour School' }, skills: [], standard: 'OB2' },
          source: credlyAddress(1),
        },
      ],
      kept: [{ id: uuid(70), documents: [], original: { mime: 'image/png', bytes: btoa(text) } }],
    },
    NOON,
  ).rows;

async function recheck(db: WalletDatabase, id: string, atAddress: Examined, inFile: Examined): Promise<void> {
  await recheckOne((await theBadge(db, id)).row, {
    db,
    look: async (source) =>
      'url' in source
        ? resultOf(atAddress, source)
        : resultOf(inFile, 'bytes' in source ? { bytes: source.bytes, mime: 'image/png' } : source),
    readJudge: async () => judgeOf(),
    onNews: async () => {},
    now: () => NOON + DAY,
    random: () => 0.5,
  });
}

const words = (file: KeptBytes | undefined) => new TextDecoder().decode(file?.bytes);

it('a file that a backup brings to a badge that is here is not what the badge rests on', async () => {
  const db = freshWallet();
  const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
  await restoreBackup(db, planted('strange'), ALL, SELF);
  const { kept } = await theBadge(db, id);
  expect(kept.original).toBeUndefined();
  expect(kept.former).toMatchObject([{ unproved: true }]);
});

it('nor is that of a badge that came out of the backup, as soon as its address has answered', async () => {
  const db = freshWallet();
  await restoreBackup(db, planted('strange'), ALL, SELF);
  expect((await theBadge(db, uuid(70))).kept.original).toBeDefined();
  await recheck(db, uuid(70), credlyExamined(1, 'verified', later), signedExamined(STRANGER, 'verified', later));
  const { row, kept } = await theBadge(db, uuid(70));
  expect([row.restored, row.answer.verdict, kept.original]).toEqual([undefined, 'verified', undefined]);
  expect(kept.former).toMatchObject([{ unproved: true }]);
  // Nor does it stand in for the badge where that is gone.
  await recheck(db, uuid(70), credlyExamined(1, 'not-found', later), signedExamined(STRANGER, 'verified', later));
  const gone = await theBadge(db, uuid(70));
  expect([gone.row.answer.verdict, gone.row.facts.name, gone.kept.original]).toEqual([
    'not-found',
    'Knots 1',
    undefined,
  ]);
});

it('it is the badge’s own once a look at it has answered for the badge', async () => {
  const db = freshWallet();
  const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
  await restoreBackup(db, planted('own'), ALL, SELF);
  await recheck(db, id, credlyExamined(1, 'not-found', later), credlyExamined(1, 'verified', later));
  const { kept } = await theBadge(db, id);
  expect([words(kept.original), kept.original?.unproved, kept.former]).toEqual(['own', undefined, undefined]);
});

it('it is so too where its owner hands it in', async () => {
  const db = freshWallet();
  const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
  await restoreBackup(db, planted('own'), ALL, SELF);
  await claimAll(db, [entryOfFile('own', credlyExamined(1, 'verified', later))], { now: NOON + DAY });
  const { kept } = await theBadge(db, id);
  expect([words(kept.original), kept.original?.unproved, kept.former]).toEqual(['own', undefined, undefined]);
});

it('a badge that came as a file is proved by that file, and by none that lies beside it', async () => {
  const first = freshWallet();
  const id = await claimOne(first, entryOfFile('current', signedExamined(KESTREL)));
  await first.kept.update(id, { former: [{ mime: 'x/y', bytes: encode('beside') }] });
  const db = freshWallet();
  const { badges, kept: halves } = await gatherRows(first);
  const rows = { ...planted('x'), badges: badges.map((row) => ({ ...row, restored: true as const })), kept: halves };
  await restoreBackup(db, rows, ALL, SELF);
  const answer = signedExamined(KESTREL, 'verified', later);
  await recheck(db, id, answer, answer);
  const { row, kept } = await theBadge(db, id);
  expect([row.restored, words(kept.original), kept.original?.unproved]).toEqual([undefined, 'current', undefined]);
  expect(kept.former?.map((file) => [words(file), file.unproved])).toEqual([['beside', true]]);
});
