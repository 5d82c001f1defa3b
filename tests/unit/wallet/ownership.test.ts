import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { conceal } from '../../../utils/badge/recipient.ts';
import type { Examined, RecipientIdentity } from '../../../utils/badge/report.ts';
import { rejudge } from '../../../utils/wallet/judging.ts';
import { namesAnAddress, ownershipOf, type Self, unconfirmedNames } from '../../../utils/wallet/ownership.ts';
import {
  claimOne,
  credlyAddress,
  credlyExamined,
  entryAt,
  freshWallet,
  judgeOf,
  READER,
  theBadge,
  toReader,
} from './support.ts';

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const email = (identity: string, more: Partial<RecipientIdentity> = {}): RecipientIdentity => ({
  type: 'email',
  identity,
  hashed: true,
  ...more,
});

describe('is it mine?', () => {
  it.each<[string, RecipientIdentity]>([
    ['a salted hash', email(`sha256$${hash('sha256', `${READER}deadsea`)}`, { salt: 'deadsea' })],
    ['a hash without salt', email(`sha256$${hash('sha256', READER)}`)],
    ['a hash in capitals', email(`sha256$${hash('sha256', READER).toUpperCase()}`)],
    ['md5', email(`md5$${hash('md5', `${READER}x`)}`, { salt: 'x' })],
    ['Open Badges 3.0’s word', email(`sha256$${hash('sha256', READER)}`, { type: 'emailAddress' })],
    ['clear text, once it is concealed', conceal(email(READER, { hashed: false }))],
  ])('%s of my address proves it', (_, recipient) => {
    const examined = { recipients: [recipient] };
    expect(ownershipOf(examined, 'mine', { emails: ['else@example.org', ' Reader@Example.org '] })).toBe('proved');
    expect(ownershipOf(examined, 'mine', { emails: ['else@example.org'] })).toBe('reference');
    expect(ownershipOf(examined, 'mine', { emails: [] })).toBe('reference');
    expect(namesAnAddress(examined)).toBe(true);
  });

  it('a reference stays one, also where it is mine', () => {
    expect(ownershipOf({ recipients: toReader() }, 'reference', { emails: [READER] })).toBe('reference');
  });

  it('one of several recipients will do', () => {
    const recipients = [...toReader(), email(`sha256$${hash('sha256', 'else@example.org')}`)];
    expect(ownershipOf({ recipients }, 'mine', { emails: ['else@example.org'] })).toBe('proved');
  });

  it.each<[string, Partial<Examined>, Self, string]>([
    ['nothing can be compared', {}, { emails: [READER] }, 'stated'],
    [
      'it names a DID',
      { recipients: [{ type: 'id', identity: 'sha256$x', hashed: true }] },
      { emails: [READER] },
      'stated',
    ],
    ['it names me', { holderName: 'Bea Reader' }, { emails: [], names: ['Bea Reader'] }, 'stated'],
    ['it names somebody else', { holderName: 'Cato Other' }, { emails: [], names: ['Bea Reader'] }, 'reference'],
    ['I gave no name', { holderName: 'Bea Reader' }, { emails: [], names: ['  '] }, 'reference'],
    [
      'I gave a name that is written otherwise',
      { holderName: 'B. Reader' },
      { emails: [], names: ['Bea Reader'] },
      'stated',
    ],
    [
      'it names me by another of my names',
      { holderName: '陳大文' },
      { emails: [], names: ['Robert Miller', '陳大文'] },
      'stated',
    ],
    // What a comparison leaves open nobody has said.
    ['it is in another script', { holderName: '陳大文' }, { emails: [], names: ['Robert Miller'] }, 'reference'],
    [
      'it is in another alphabet',
      { holderName: 'Асан Иванов' },
      { emails: [], names: ['Marisol Etxeberri'] },
      'reference',
    ],
    [
      'it shares a name of mine',
      { holderName: 'Marisol Ibarra' },
      { emails: [], names: ['Marisol Etxeberri'] },
      'reference',
    ],
    ['nothing but the letters can be compared', { holderName: '文' }, { emails: [], names: ['文'] }, 'stated'],
    [
      'it has a user name',
      { holderName: 'cato-1999', holderIsHandle: true },
      { emails: [], names: ['Bea Reader'] },
      'stated',
    ],
  ])('where %s', (_, examined, self, ownership) => {
    expect(ownershipOf({ recipients: [], ...examined }, 'mine', self)).toBe(ownership);
  });

  it('a name that agrees does not outweigh an address that does not', () => {
    const examined = { recipients: toReader(), holderName: 'Bea Reader' };
    expect(ownershipOf(examined, 'mine', { emails: [], names: ['Bea Reader'] })).toBe('reference');
  });
});

describe('names that the user may say to be theirs', () => {
  const named = (holderName: string, more: Partial<Examined> = {}) => ({ recipients: [], holderName, ...more });
  const badges = [
    named('Somebody Else'),
    named('Bea Reader'),
    named('Bea Reader'),
    named('bea-1999', { holderIsHandle: true }),
    named('By Address', { recipients: toReader() }),
    { recipients: [] },
  ];

  it('are those that nothing else settles, the most frequent first', () => {
    expect(unconfirmedNames(badges, { emails: [] })).toEqual([
      { name: 'Bea Reader', count: 2 },
      { name: 'Somebody Else', count: 1 },
    ]);
  });

  it('are those of which it was not said yet, also where one was', () => {
    expect(unconfirmedNames(badges, { emails: [], names: ['Bea Reader'] })).toEqual([
      { name: 'Somebody Else', count: 1 },
    ]);
    expect(unconfirmedNames(badges, { emails: [], names: ['Bea Reader', 'Somebody Else'] })).toEqual([]);
  });
});

describe('an address that is given later, or taken back', () => {
  const judge = (db: ReturnType<typeof freshWallet>, self: Self) => rejudge(db, judgeOf(self));

  it('changes whose it is, without anybody being asked, and the answer stays the answer', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)), { self: { emails: [] } });
    const { row: before } = await theBadge(db, id);
    expect(before.ownership).toBe('reference');
    await judge(db, { emails: [READER] });
    expect((await theBadge(db, id)).row).toMatchObject({
      ownership: 'proved',
      answer: { ...before.answer, match: 'yours', tone: 'ok' },
      revision: before.revision,
    });
    await judge(db, { emails: [] });
    expect((await theBadge(db, id)).row).toEqual(before);
  });

  it('does not make a reference mine that was kept as one, nor the other way round', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
    await db.badges.update(id, { statement: 'reference' });
    await judge(db, { emails: [READER] });
    expect((await theBadge(db, id)).row.ownership).toBe('reference');
  });

  it('a name that differs changes the colour, not the verdict', async () => {
    const db = freshWallet();
    const named = credlyExamined(1, 'verified', { recipients: [], holderName: 'Cato Other' });
    const id = await claimOne(db, entryAt(credlyAddress(1), named));
    await judge(db, { emails: [], names: ['Cato Other'] });
    expect((await theBadge(db, id)).row).toMatchObject({ ownership: 'stated', answer: { match: 'same', tone: 'ok' } });
    await judge(db, { emails: [], names: ['Bea Reader'] });
    expect((await theBadge(db, id)).row).toMatchObject({
      ownership: 'reference',
      answer: { verdict: 'verified', match: 'differs', tone: 'caution' },
    });
    await judge(db, { emails: [], names: ['Bea Reader', 'Cato Other'] });
    expect((await theBadge(db, id)).row).toMatchObject({ ownership: 'stated', answer: { match: 'same', tone: 'ok' } });
  });
});
