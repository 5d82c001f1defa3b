import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Examined } from '../../../utils/badge/report.ts';
import { recordAnswer } from '../../../utils/wallet/answers.ts';
import {
  deleteBadges,
  editBadge,
  listBadges,
  moveBadge,
  setStatement,
  setVisibility,
} from '../../../utils/wallet/badges.ts';
import { commitDraft } from '../../../utils/wallet/claim.ts';
import { repeatedEntries } from '../../../utils/wallet/claim-rules.ts';
import { addCollection, collect } from '../../../utils/wallet/collections.ts';
import { WalletDatabase } from '../../../utils/wallet/database.ts';
import { itemsOfDraft } from '../../../utils/wallet/drafts.ts';
import { historyOf } from '../../../utils/wallet/history.ts';
import { identityOfAddress } from '../../../utils/wallet/identity.ts';
import { shareableOf } from '../../../utils/wallet/shareable.ts';
import { troubleOf } from '../../../utils/wallet/trouble.ts';
import type { Candidate } from '../../../utils/wallet/types.ts';
import {
  checkedDraft,
  claimAll,
  claimOne,
  context,
  credlyAddress,
  credlyExamined,
  DAY,
  type Entry,
  encode,
  entryAt,
  entryOfFile,
  freshWallet,
  judgeOf,
  KESTREL,
  NOON,
  READER,
  resultOf,
  signedExamined,
  theBadge,
  toReader,
  uuid,
} from './support.ts';

const SHORT = 'https://www.credly.com/go/AbCdEf12';
const PROFILE = 'https://www.credly.com/users/marisol-etxeberri';
/** What a profile's address says of one of the badges in it. */
const nothing = credlyExamined(1, 'unsupported', { proof: 'none', badge: null });
const later = { checkedAt: new Date(NOON + DAY).toISOString() };

/** Stands in a public list as not accepted by its owner. */
function unclaimed(n: number, result?: Examined): Entry {
  const source = { url: credlyAddress(n) };
  const candidate: Candidate = {
    label: `Knots ${n}`,
    source,
    acceptance: 'unclaimed',
    listed: { name: `Knots ${n}`, issuer: 'Harbour School' },
    acceptAt: `https://www.credly.com/earner/earned/badge/${uuid(n)}`,
  };
  return { candidate, result: resultOf(result ?? credlyExamined(n, 'not-found'), source) };
}

afterEach(() => vi.restoreAllMocks());

describe('claiming', () => {
  it('adds what was decided on, with all that was found, and says what became of each entry', async () => {
    const db = freshWallet();
    const id = await checkedDraft(db, [
      entryAt(credlyAddress(1), credlyExamined(1)),
      entryAt(credlyAddress(2), credlyExamined(2)),
      entryAt(credlyAddress(3), credlyExamined(3, 'invalid')),
    ]);
    const decisions = [
      { n: 0, take: true, statement: 'mine' as const },
      { n: 2, take: true, statement: 'mine' as const },
    ];
    const outcomes = await commitDraft(db, id, decisions, context({ visibility: 'private' }));
    const [row] = await listBadges(db);
    expect(outcomes).toEqual([
      { kind: 'added', badge: row?.id },
      { kind: 'left-out' },
      { kind: 'refused', why: 'invalid' },
    ]);
    expect(await db.badges.count()).toBe(1);
    expect(row).toMatchObject({
      facts: { name: 'Knots 1', url: credlyAddress(1), platform: { id: 'credly', badge: uuid(1) } },
      answer: { verdict: 'verified', proof: 'hosted', standing: 'vetted' },
      ownership: 'proved',
      acceptance: 'claimed',
      visibility: 'private',
      source: credlyAddress(1),
      way: 'file',
      addedAt: NOON,
      revision: 0,
      deletedAt: 0,
    });
    const { kept } = await theBadge(db, row?.id ?? '');
    expect(kept.examined.badge?.raw).toBeNull();
    expect(await historyOf(db, row?.id ?? '')).toHaveLength(1);
  });

  it('puts them one after the other, behind those that are there', async () => {
    const db = freshWallet();
    await claimAll(
      db,
      [1, 2, 3].map((n) => entryAt(credlyAddress(n), credlyExamined(n))),
    );
    await claimOne(db, entryAt(credlyAddress(4), credlyExamined(4)));
    expect((await listBadges(db)).map(({ facts }) => facts.name)).toEqual(['Knots 1', 'Knots 2', 'Knots 3', 'Knots 4']);
  });

  it('of a draft that another window has removed adds nothing', async () => {
    const db = freshWallet();
    expect(await commitDraft(db, uuid(1), [{ n: 0, take: true, statement: 'mine' }], context())).toEqual([]);
    expect(await db.badges.count()).toBe(0);
  });

  it.each<[string, Partial<Entry['candidate']>, Examined | undefined, string]>([
    ['what names nothing to look up', { source: null }, undefined, 'no-address'],
    ['what was not checked', {}, undefined, 'unchecked'],
    ['what is wrong', {}, credlyExamined(1, 'invalid'), 'invalid'],
    ['what is not there', {}, credlyExamined(1, 'not-found'), 'not-found'],
    ['what could not be decided, and nobody names', {}, credlyExamined(1, 'undecided'), 'undecided'],
    ['what nothing is known of', {}, credlyExamined(1, 'unsupported', { badge: null }), 'unsupported'],
    [
      'what may not be asked',
      {},
      credlyExamined(1, 'undecided', { checks: [{ id: 'origin', outcome: 'unknown', code: 'origin-not-permitted' }] }),
      'not-permitted',
    ],
    [
      'what is no badge',
      {},
      credlyExamined(1, 'undecided', { checks: [{ id: 'format', outcome: 'unknown', code: 'format-no-badge-data' }] }),
      'no-badge',
    ],
    [
      'what is wrong, though its list names it',
      { listed: { name: 'Knots' }, acceptance: 'unclaimed' },
      credlyExamined(1, 'invalid'),
      'invalid',
    ],
    [
      'what is not there, though its list names it',
      { listed: { name: 'Knots' } },
      credlyExamined(1, 'not-found'),
      'not-found',
    ],
  ])('refuses %s', async (_, more, examined, why) => {
    const db = freshWallet();
    const source = more.source === undefined ? { url: credlyAddress(1) } : more.source;
    const candidate: Candidate = { label: 'x', source, acceptance: 'claimed', ...more };
    const outcomes = await claimAll(db, [{ candidate, ...(examined && { result: resultOf(examined, source) }) }]);
    expect(outcomes).toEqual([{ kind: 'refused', why }]);
    expect((await db.badges.count()) + (await db.kept.count()) + (await db.history.count())).toBe(0);
  });

  it.each(['expired', 'revoked', 'suspended', 'not-yet-valid', 'unsupported'] as const)(
    'takes one that is %s: it is part of its owner’s history',
    async (verdict) => {
      const db = freshWallet();
      const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1, verdict)));
      expect((await theBadge(db, id)).row.answer.verdict).toBe(verdict);
    },
  );

  it('takes one that could not be decided by the name its list gives it, without a tick', async () => {
    const db = freshWallet();
    const listed = { name: 'Knots', issuer: 'Harbour School', issuedOn: '2024-05' };
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1, 'undecided'), { listed }));
    const { row } = await theBadge(db, id);
    expect(row).toMatchObject({
      facts: { name: 'Knots', issuedOn: '2024-05' },
      answer: { verdict: 'undecided', tone: 'unknown' },
    });
  });
});

describe('the same badge again', () => {
  it.each<[string, Entry, Entry]>([
    [
      'a Credly link, then its baked picture',
      entryAt(credlyAddress(1), credlyExamined(1)),
      entryOfFile('baked', credlyExamined(1)),
    ],
    [
      'a baked picture, then its Credly link',
      entryOfFile('baked', credlyExamined(1)),
      entryAt(credlyAddress(1), credlyExamined(1)),
    ],
    [
      'two ways to write its address',
      entryAt(credlyAddress(1), credlyExamined(1)),
      entryAt(`https://www.youracclaim.com/badges/${uuid(1)}`, credlyExamined(1)),
    ],
    [
      'a signed credential twice, with other white space',
      entryOfFile('{"a":1}', signedExamined(KESTREL)),
      entryOfFile('{ "a": 1 }', signedExamined(KESTREL)),
    ],
    [
      'a credential, then the address where it lies',
      entryOfFile('{"a":1}', signedExamined(KESTREL)),
      entryAt('https://kestrel.example/earned/falconry.jwt', signedExamined(KESTREL)),
    ],
    [
      'a file that could not be decided, then the same file, which could',
      entryOfFile('{"a":1}', signedExamined(KESTREL, 'undecided')),
      entryOfFile('{"a":1}', signedExamined(KESTREL)),
    ],
    [
      'an address of nobody’s platform, which did not answer and now does',
      entryAt('https://kestrel.example/a/7', credlyExamined(1, 'undecided'), { listed: { name: 'Lanterns' } }),
      entryAt('https://kestrel.example/a/7', signedExamined(KESTREL)),
    ],
    [
      'a short link that does not answer, and then does',
      entryAt(SHORT, credlyExamined(1, 'undecided'), { listed: { name: 'Knots 1' } }),
      entryAt(SHORT, credlyExamined(1)),
    ],
    [
      'an entry of a list that names nothing but a profile, twice',
      entryAt(PROFILE, nothing, { listed: { name: 'Knots 1', issuer: 'Harbour School' } }),
      entryAt(PROFILE, nothing, { listed: { name: 'Knots 1', issuer: 'Harbour School' } }),
    ],
    [
      'an address that does not answer, twice',
      entryAt('https://kestrel.example/a/7', credlyExamined(1, 'undecided'), { listed: { name: 'Lanterns' } }),
      entryAt('https://kestrel.example/a/7', credlyExamined(1, 'undecided'), { listed: { name: 'Lanterns' } }),
    ],
  ])('is one: %s', async (_, first, second) => {
    const db = freshWallet();
    const id = await claimOne(db, first);
    expect(await claimOne(db, second)).toBe(id);
    expect([await db.badges.count(), await db.kept.count()]).toEqual([1, 1]);
  });

  it('is not: two entries of a list that names nothing but one profile for both', async () => {
    const db = freshWallet();
    await claimAll(
      db,
      ['Knots', 'Splices'].map((name) => entryAt(PROFILE, nothing, { listed: { name } })),
    );
    expect((await listBadges(db)).map(({ facts }) => facts.name)).toEqual(['Knots', 'Splices']);
  });

  it('inside one import too', async () => {
    const db = freshWallet();
    const outcomes = await claimAll(db, [
      entryAt(credlyAddress(1), credlyExamined(1)),
      entryOfFile('baked', credlyExamined(1)),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'updated']);
    expect(await db.badges.count()).toBe(1);
  });

  it('leaves what the user made of it, and the first original, as they are; brings what was missing', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryOfFile('the first original', credlyExamined(1)));
    await editBadge(db, id, 0, { note: 'mine', tags: ['sea'] });
    await setVisibility(db, [id], 'private');
    const collection = (await addCollection(db, 'Boats')) ?? '';
    await collect(db, [id], collection, true);
    await moveBadge(db, id, null, null);
    const { row: before } = await theBadge(db, id);

    const again = entryOfFile('another original', credlyExamined(1, 'expired', later));
    const picture = { mime: 'image/png', bytes: encode('picture') };
    const [outcome] = await claimAll(
      db,
      [{ ...again, result: { ...resultOf(credlyExamined(1, 'expired', later), again.candidate.source), picture } }],
      { now: NOON + DAY, visibility: 'public' },
    );
    expect(outcome).toEqual({ kind: 'updated', badge: id });
    const { row, kept } = await theBadge(db, id);
    const { note, tags, visibility, collections, place, revision, addedAt } = before;
    expect(row).toMatchObject({ note, tags, visibility, collections, place, revision, addedAt });
    expect([note, tags, visibility, collections]).toEqual(['mine', ['sea'], 'private', [collection]]);
    expect(kept.original?.bytes).toEqual(encode('the first original'));
    expect(kept.picture).toEqual(picture);
    expect(row.answer.verdict).toBe('expired');
    expect((await historyOf(db, id)).map(({ verdict }) => verdict)).toEqual(['expired', 'verified']);
  });

  it.each(['invalid', 'not-found', 'unsupported', 'revoked'] as const)(
    'that was verified before it was found to be %s stays so, however long the import waited',
    async (verdict) => {
      const db = freshWallet();
      const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
      const waiting = await checkedDraft(db, [entryAt(credlyAddress(1), credlyExamined(1))]);
      const checkedAt = new Date(NOON + 2 * DAY).toISOString();
      const examined = credlyExamined(1, verdict, { checkedAt });
      const about = { judge: judgeOf(), now: NOON + 2 * DAY, random: () => 0.5 };
      await recordAnswer(db, id, { examined, documents: [] }, about);
      const before = await theBadge(db, id);
      const decisions = [{ n: 0, take: true, statement: 'mine' as const }];
      const outcomes = await commitDraft(db, waiting, decisions, context({ now: NOON + 4 * DAY }));
      expect(outcomes).toEqual([{ kind: 'already-there', badge: id }]);
      expect(await theBadge(db, id)).toEqual(before);
      // Unless a clock that was ahead has dated it: that would never end.
      await db.badges.update(id, {
        answer: { ...before.row.answer, checkedAt: new Date(NOON + 900 * DAY).toISOString() },
      });
      await commitDraft(db, waiting, decisions, context({ now: NOON + 4 * DAY }));
      expect((await theBadge(db, id)).row.answer.verdict).toBe('verified');
    },
  );

  it('with an answer that is older, undecided, or rests on less, keeps the answer', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryOfFile('baked', credlyExamined(1, 'verified', later)), { now: NOON + DAY });
    const much = { checkedAt: new Date(NOON + 2 * DAY).toISOString() };
    for (const weaker of [
      credlyExamined(1, 'revoked'),
      credlyExamined(1, 'undecided', much),
      credlyExamined(1, 'not-found', much),
      credlyExamined(1, 'unsupported', { ...much, proof: 'page' }),
    ]) {
      const entry = entryAt(credlyAddress(1), weaker, { listed: { name: 'Somebody’s words' } });
      await claimAll(db, [entry], { now: NOON + 3 * DAY });
      const { row, kept } = await theBadge(db, id);
      expect(row.answer).toMatchObject({ verdict: 'verified', ...later });
      expect(row.facts.name).toBe('Knots 1');
      expect(kept.examined.verdict).toBe('verified');
    }
    expect(await historyOf(db, id)).toHaveLength(1);
  });

  it('out of the bin it comes back as it was', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    await editBadge(db, id, 0, { note: 'mine' });
    await deleteBadges(db, [id], NOON + 1);
    expect(await listBadges(db)).toEqual([]);
    expect(await claimAll(db, [entryAt(credlyAddress(1), credlyExamined(1))])).toEqual([{ kind: 'added', badge: id }]);
    expect(await listBadges(db)).toMatchObject([{ id, note: 'mine', deletedAt: 0 }]);
  });

  it('a second click, in this window or another, adds nothing', async () => {
    const db = freshWallet();
    const other = new WalletDatabase(db.name);
    const listed = { name: 'Lamps', issuer: 'Quay' };
    const entries: Entry[] = [
      entryAt(credlyAddress(1), credlyExamined(1)),
      entryOfFile('{}', signedExamined(KESTREL)),
      entryAt('https://quay.example/x', credlyExamined(2, 'undecided'), { listed }),
      entryOfFile('undecided', signedExamined(KESTREL, 'undecided')),
      { candidate: { label: 'Lamps', source: null, acceptance: 'unclaimed', listed } },
    ];
    const id = await checkedDraft(db, entries);
    const decisions = entries.map((_, n) => ({ n, take: true, statement: 'mine' as const }));
    const both = await Promise.all([
      commitDraft(db, id, decisions, context()),
      commitDraft(other, id, decisions, context({ now: NOON + 1 })),
      commitDraft(db, id, decisions, context({ now: NOON + 2 })),
    ]);
    const added = both.flat().filter(({ kind }) => kind === 'added');
    expect(added).toHaveLength(5);
    expect([await db.badges.count(), await db.kept.count(), await db.history.count()]).toEqual([5, 5, 5]);
    expect(both[2]?.every(({ kind }) => kind === 'already-there')).toBe(true);
  });
});

describe('a badge that its owner has not accepted', () => {
  it('waits by the name its list gives it, and becomes a claimed one when it is there', async () => {
    const db = freshWallet();
    const id = await claimOne(db, unclaimed(1));
    expect((await theBadge(db, id)).row).toMatchObject({
      acceptance: 'unclaimed',
      facts: { name: 'Knots 1', issuer: { name: 'Harbour School' } },
      answer: { verdict: 'not-found', tone: 'unknown' },
    });
    const outcomes = await claimAll(db, [entryAt(credlyAddress(1), credlyExamined(1))]);
    expect(outcomes).toEqual([{ kind: 'updated', badge: id }]);
    expect((await theBadge(db, id)).row).toMatchObject({
      acceptance: 'claimed',
      answer: { verdict: 'verified' },
      facts: { url: credlyAddress(1) },
    });
  });

  it('is not taken for accepted because somebody lists it, while nobody can be asked', async () => {
    const db = freshWallet();
    const id = await claimOne(db, unclaimed(1));
    await claimAll(db, [
      entryAt(credlyAddress(1), credlyExamined(1, 'undecided', later), { listed: { name: 'Knots' } }),
    ]);
    expect((await theBadge(db, id)).row.acceptance).toBe('unclaimed');
  });

  it('is accepted, whatever an older list says, where it is verified', async () => {
    const db = freshWallet();
    const id = await claimOne(db, unclaimed(1, credlyExamined(1)));
    expect((await theBadge(db, id)).row.acceptance).toBe('claimed');
  });

  it('without a public address is told from others by what its list says', async () => {
    const db = freshWallet();
    const waiting = (name: string, issuer: string): Entry => ({
      candidate: { label: name, source: null, acceptance: 'unclaimed', listed: { name, issuer } },
    });
    const outcomes = await claimAll(db, [waiting('a|b', 'c'), waiting('a', 'b|c'), waiting('a|b', 'c')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'added', 'already-there']);
  });
});

describe('a credential that names another badge as itself', () => {
  const victim = { id: credlyAddress(1), url: credlyAddress(1) };
  const attacks: [string, Entry][] = [
    [
      'that nobody answers for',
      entryOfFile('forged', signedExamined({ ...victim, issuer: 'https://www.credly.com' }, 'undecided', later)),
    ],
    [
      'that nobody answers for, with the very issuer and identifier',
      entryOfFile(
        'forged',
        signedExamined(
          {
            id: credlyExamined(1).badge?.id ?? '',
            issuer: credlyExamined(1).issuer.id ?? '',
            url: credlyAddress(1),
          },
          'undecided',
          later,
        ),
      ),
    ],
    // utils/credentials lets a signer's own id stand as it is, and shows no url that is not at home with the signer.
    [
      'signed with a key of its own',
      entryOfFile(
        'signed',
        signedExamined({ id: credlyAddress(1), issuer: 'did:web:evil.example' }, 'verified', later),
      ),
    ],
  ];

  it.each(attacks)('does not take its place: %s', async (_, forged) => {
    const db = freshWallet();
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    const before = await theBadge(db, id);
    await claimAll(db, [forged], { now: NOON + DAY });
    expect(await theBadge(db, id)).toEqual(before);
  });

  it.each(attacks)('is not what the real one is merged into: %s', async (_, forged) => {
    const db = freshWallet();
    const first = await claimOne(db, forged);
    const { kept: before } = await theBadge(db, first);
    const second = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1, 'verified', later)));
    expect(second).not.toBe(first);
    expect((await theBadge(db, first)).kept).toEqual(before);
    expect((await theBadge(db, second)).kept.original).toBeUndefined();
  });

  it.each(attacks)('is neither shown as that platform’s nor with its address: %s', async (_, forged) => {
    const db = freshWallet();
    const { row } = await theBadge(db, await claimOne(db, forged));
    expect(row.facts.platform).toBeUndefined();
    expect(row.facts.url).toBeUndefined();
  });

  it('is refused where it is proved wrong, and takes nothing with it', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    const before = await theBadge(db, id);
    const forged = signedExamined({ ...victim, issuer: 'x' }, 'invalid', { ...later, proof: 'hosted' });
    expect(await claimAll(db, [entryOfFile('forged', forged)])).toEqual([{ kind: 'refused', why: 'invalid' }]);
    expect(await theBadge(db, id)).toEqual(before);
  });

  it('by answering at one address first with one badge, then with another, makes two of them', async () => {
    const db = freshWallet();
    const address = 'https://evil.example/badge';
    const first = await claimOne(db, entryAt(address, signedExamined(KESTREL)));
    const second = await claimOne(
      db,
      entryAt(address, signedExamined({ id: 'urn:other', issuer: 'did:web:evil.example' }, 'verified', later)),
    );
    expect(second).not.toBe(first);
    expect((await theBadge(db, first)).row.facts.id).toBe(KESTREL.id);
  });

  it('does so neither by an issuer that runs into the identifier', async () => {
    const db = freshWallet();
    const first = await claimOne(db, entryOfFile('1', signedExamined({ id: 'c', issuer: 'did:web:a.example|b' })));
    const second = await claimOne(db, entryOfFile('2', signedExamined({ id: 'b|c', issuer: 'did:web:a.example' })));
    expect(second).not.toBe(first);
  });
});

describe('whose it is', () => {
  it('follows from the user’s addresses and words when it is claimed', async () => {
    const db = freshWallet();
    const own = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    const foreign = await claimOne(db, entryAt(credlyAddress(2), credlyExamined(2)), { self: { emails: [] } });
    expect((await theBadge(db, own)).row.ownership).toBe('proved');
    expect((await theBadge(db, foreign)).row.ownership).toBe('reference');
  });

  const unnamed = entryAt(credlyAddress(1), credlyExamined(1, 'verified', { recipients: [] }));
  /** Claims it once more, with nothing said about whose it is. */
  async function claimAgain(db: WalletDatabase) {
    const id = await checkedDraft(db, [unnamed]);
    return commitDraft(db, id, [{ n: 0, take: true }], context());
  }

  it('is what I said last, this way or that, also of one that comes back from the bin', async () => {
    const db = freshWallet();
    for (const [statement, ownership] of [
      ['reference', 'reference'],
      ['mine', 'stated'],
      ['reference', 'reference'],
    ] as const) {
      await claimAll(db, [unnamed], {}, statement);
      expect((await listBadges(db))[0]).toMatchObject({ statement, ownership });
    }
    const [outcome] = await claimAll(db, [unnamed], {}, 'mine');
    expect(outcome?.kind).toBe('updated');
    await deleteBadges(db, [(await listBadges(db))[0]?.id ?? ''], NOON);
    await claimAll(db, [unnamed], {}, 'reference');
    expect((await listBadges(db))[0]).toMatchObject({ statement: 'reference', ownership: 'reference' });
  });

  it('stays what I said where I say nothing; a new one is mine', async () => {
    const db = freshWallet();
    await claimAgain(db);
    expect((await listBadges(db))[0]).toMatchObject({ statement: 'mine', ownership: 'stated' });
    await claimAll(db, [unnamed], {}, 'reference');
    expect((await claimAgain(db))[0]?.kind).toBe('already-there');
    expect((await listBadges(db))[0]).toMatchObject({ statement: 'reference', ownership: 'reference' });
  });

  it('can be said afterwards too, and follows from my addresses all the same', async () => {
    const db = freshWallet();
    const [own, foreign] = await Promise.all([
      claimOne(db, unnamed),
      claimOne(db, entryAt(credlyAddress(2), credlyExamined(2)), { self: { emails: [] } }),
    ]);
    await setStatement(db, own, 'reference', { emails: [READER] });
    expect((await theBadge(db, own)).row).toMatchObject({ statement: 'reference', ownership: 'reference' });
    await setStatement(db, own, 'mine', { emails: [READER] });
    expect((await theBadge(db, own)).row).toMatchObject({ statement: 'mine', ownership: 'stated' });
    await setStatement(db, foreign, 'mine', { emails: [] });
    expect((await theBadge(db, foreign)).row).toMatchObject({ statement: 'mine', ownership: 'reference' });
  });

  it('of one that names a person is open until I say that it is me', async () => {
    const db = freshWallet();
    const named = credlyExamined(3, 'verified', { recipients: [], holderName: 'Somebody Else' });
    const id = await claimOne(db, entryAt(credlyAddress(3), named));
    const { row } = await theBadge(db, id);
    expect(row.ownership).toBe('reference');
    expect(shareableOf(row, NOON).obstacles).toContain('reference');
  });

  it('keeps no plain address, in the row or beside it', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1, 'verified', { recipients: toReader() })));
    expect(JSON.stringify(await theBadge(db, id))).not.toContain(READER);
  });
});

describe('a write that fails', () => {
  const entries: Entry[] = [
    entryAt(credlyAddress(1), credlyExamined(1, 'verified', later)),
    entryAt(credlyAddress(2), credlyExamined(2)),
    entryOfFile('{}', signedExamined(KESTREL)),
  ];
  const everything = async (db: WalletDatabase) =>
    JSON.stringify(await Promise.all([db.badges, db.kept, db.history].map((table) => table.toArray())));

  /** The n-th write of a transaction fails: at once, as for a row that is too large, or when the browser aborts it all. */
  function fillDisk(at: number, how: 'throws' | 'aborts'): () => boolean {
    let writes = 0;
    const wrap = (method: 'put' | 'add') => {
      const real = IDBObjectStore.prototype[method];
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
        if (++writes === at) {
          if (how === 'throws') throw new DOMException('no room', 'QuotaExceededError');
          const request = real.apply(this, args);
          this.transaction.abort();
          return request;
        }
        return real.apply(this, args);
      });
    };
    wrap('put');
    wrap('add');
    return () => writes >= at;
  }

  it.each(['throws', 'aborts'] as const)('whichever it is, leaves nothing half written (it %s)', async (how) => {
    let failures = 0;
    for (let at = 1; ; at++) {
      const db = freshWallet();
      await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
      const id = await checkedDraft(db, entries);
      const before = await everything(db);
      const decisions = entries.map((_, n) => ({ n, take: true, statement: 'mine' as const }));
      const wasFull = fillDisk(at, how);
      const error = await commitDraft(db, id, decisions, context({ now: NOON + DAY })).then(
        () => null,
        (reason: unknown) => reason,
      );
      const isHit = wasFull();
      vi.restoreAllMocks();
      if (!isHit) {
        expect(error).toBeNull();
        break;
      }
      failures++;
      if (how === 'throws') expect(troubleOf(error)).toBe('full');
      expect(error).not.toBeNull();
      expect(await everything(db)).toBe(before);
      // Room was made: the same click works.
      const outcomes = await commitDraft(db, id, decisions, context({ now: NOON + DAY }));
      expect(outcomes.map(({ kind }) => kind)).toEqual(['already-there', 'added', 'added']);
      expect(await db.badges.count()).toBe(3);
    }
    expect(failures).toBeGreaterThan(7);
  });
});

describe('badges that a list names and nobody answers for', () => {
  const PAGE = 'https://learn.example.org/';
  const listedAt = (address: string, name: string, examined = credlyExamined(1, 'undecided')) =>
    entryAt(address, { ...examined, recipients: [] }, { listed: { name, issuer: 'Quay' } });

  it('are as many as the list names, whatever one page it gives for them', async () => {
    const db = freshWallet();
    const list = [listedAt(PAGE, 'First aid'), listedAt(PAGE, 'Welding'), listedAt(PAGE, 'Welding')];
    const draft = await checkedDraft(db, list);
    expect(repeatedEntries(await itemsOfDraft(db, draft))).toEqual(new Set([2]));
    expect((await claimAll(db, list)).map(({ kind }) => kind)).toEqual(['added', 'added', 'already-there']);
    expect((await claimAll(db, list)).map(({ kind }) => kind)).toEqual(Array(3).fill('already-there'));
    expect((await listBadges(db)).map(({ facts }) => facts.name)).toEqual(['First aid', 'Welding']);
  });

  it('are found again once they are answered for', async () => {
    const db = freshWallet();
    const id = await claimOne(db, listedAt(PAGE, 'Lanterns'));
    const checkedAt = new Date(NOON + 1).toISOString();
    const answered = listedAt(PAGE, 'Lanterns', signedExamined(KESTREL, 'verified', { checkedAt }));
    expect(await claimAll(db, [answered])).toEqual([{ kind: 'updated', badge: id }]);
    expect(await claimAll(db, [listedAt(PAGE, 'Lanterns'), listedAt(PAGE, 'Lights')])).toEqual([
      { kind: 'already-there', badge: id },
      { kind: 'already-there', badge: id },
    ]);
  });

  it('are told apart by what a site has behind the sign, and by no place on a page', () => {
    const of = (fragment: string) => identityOfAddress(`${PAGE}app${fragment}`);
    expect(of('#/badges/1')).not.toBe(of('#/badges/2'));
    expect(of('#!/badges/1')).not.toBe(of('#!/badges/2'));
    expect(of('#about')).toBe(of(''));
  });
});

it('a look that waited in an import is entered at its own time, and the next one is counted from it', async () => {
  const db = freshWallet();
  const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)), { now: NOON + 3 * DAY });
  expect((await theBadge(db, id)).row).toMatchObject({ addedAt: NOON + 3 * DAY, dueAt: NOON + 7 * DAY });
  expect(await historyOf(db, id)).toMatchObject([{ at: NOON, until: NOON }]);
  const ahead = credlyExamined(2, 'verified', { checkedAt: new Date(NOON + 900 * DAY).toISOString() });
  const other = await claimOne(db, entryAt(credlyAddress(2), ahead));
  expect(await historyOf(db, other)).toMatchObject([{ at: NOON }]);
});
