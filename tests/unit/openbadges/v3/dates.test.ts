import { describe, expect, it } from 'vitest';
import { fromNumericDate } from '../../../../utils/badge/instant.ts';
import { judgeDates, judgeSpan, readDates } from '../../../../utils/openbadges/judge-dates.ts';
import { judgeCredentialDates } from '../../../../utils/openbadges/v3/dates.ts';
import { type Loose, vectorFile, vectorsOf } from './samples.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const judge = (credential: Loose, envelope = {}) => judgeCredentialDates(credential, envelope, NOW);
const codeOf = (credential: Loose, envelope = {}) =>
  judge(credential, envelope)
    .checks.map(({ code }) => code)
    .join();
const seconds = (iso: string) => Date.parse(iso) / 1000;

describe('the dates of a credential', () => {
  it('hold from the latest beginning to the earliest end, whoever gives them', () => {
    const past = '2026-02-01T00:00:00Z';
    const ahead = '2026-04-01T00:00:00Z';
    for (const [credential, envelope, expected] of [
      [{}, {}, 'dates-none'],
      [{ validFrom: past }, {}, 'dates-none'],
      [{ validFrom: past, validUntil: ahead }, {}, 'dates-ok'],
      [{ validUntil: past }, {}, 'dates-expired'],
      [{ expirationDate: past, validUntil: ahead }, {}, 'dates-expired'],
      [{ validUntil: past, expirationDate: ahead }, {}, 'dates-expired'],
      [{ validUntil: ahead }, { expires: seconds(past) }, 'dates-expired'],
      [{ validUntil: past }, { expires: seconds(ahead) }, 'dates-expired'],
      [{ issuanceDate: ahead }, {}, 'dates-not-yet-valid'],
      [{ issuanceDate: ahead, validFrom: past }, {}, 'dates-not-yet-valid'],
      [{ validFrom: past }, { notBefore: seconds(ahead) }, 'dates-not-yet-valid'],
      [{ validFrom: ahead, validUntil: past }, {}, 'dates-expired'],
      [{ validFrom: past }, { notBefore: seconds('2026-05-01'), expires: seconds(ahead) }, 'format-bad-value'],
      [{ validFrom: null, validUntil: '' }, {}, 'dates-none'],
    ] as const)
      expect(codeOf(credential, envelope), JSON.stringify({ credential, envelope })).toBe(expected);
  });

  it('leave the question open where one cannot be read, unless another settles it', () => {
    const past = '2026-02-01T00:00:00Z';
    expect(judge({ validUntil: 'for ever' }).checks).toEqual([
      { id: 'dates', outcome: 'unknown', code: 'dates-unreadable', detail: 'for ever' },
    ]);
    expect(codeOf({ validFrom: {} })).toBe('dates-unreadable');
    expect(codeOf({ validUntil: [] }, { expires: seconds('2027-01-01') })).toBe('dates-unreadable');
    expect(codeOf({ validUntil: true, expirationDate: past })).toBe('dates-expired');
    expect(codeOf({}, { expires: Number.NaN })).toBe('dates-unreadable');
    expect(codeOf({ validFrom: '2026-04-01T00:00:00Z' }, { notBefore: Number.POSITIVE_INFINITY })).toBe(
      'dates-unreadable',
    );
  });

  it('allow five minutes and no more, and read times without a zone as UTC', () => {
    expect(codeOf({ validUntil: '2026-03-01T11:55:01Z' })).toBe('dates-ok');
    expect(codeOf({ validUntil: '2026-03-01T11:55:00Z' })).toBe('dates-expired');
    expect(codeOf({ validFrom: '2026-03-01T12:05:00Z' })).toBe('dates-none');
    for (const zone of ['Z', '', '+00:00']) {
      expect(codeOf({ validFrom: `2026-03-01T12:05:01${zone}` }), zone).toBe('dates-not-yet-valid');
    }
    expect(codeOf({}, { expires: seconds('2026-03-01T11:55:00Z') })).toBe('dates-expired');
    expect(codeOf({}, { expires: seconds('2026-03-01T11:55:01Z') })).toBe('dates-ok');
  });

  it('compare instants, not texts', () => {
    expect(codeOf({ validUntil: '2026-03-02T01:00:00+14:00' })).toBe('dates-expired');
    expect(codeOf({ validFrom: '2026-03-01T07:00:00-06:00' })).toBe('dates-not-yet-valid');
  });

  it('are shown: the day it was earned before the day it was written anew', () => {
    const credential = { validFrom: '2026-02-01T00:00:00Z', validUntil: '2027-02-01T00:00:00Z' };
    expect(judge(credential)).toMatchObject({
      issuedOn: '2026-02-01T00:00:00.000Z',
      expires: '2027-02-01T00:00:00.000Z',
    });
    expect(judge(credential, { expires: seconds('2026-12-01') }).expires).toBe('2026-12-01T00:00:00.000Z');
    expect(judge({ ...credential, awardedDate: '2019-06-01T00:00:00Z' }).issuedOn).toBe('2019-06-01T00:00:00.000Z');
    for (const awardedDate of ['2026-02-02T00:00:00Z', 'in June', 5, null]) {
      expect(judge({ ...credential, awardedDate }).issuedOn).toBe('2026-02-01T00:00:00.000Z');
    }
    expect(judge({}, { notBefore: seconds('2026-02-01') }).issuedOn).toBe('2026-02-01T00:00:00.000Z');
    expect(judge({})).toEqual({ checks: [{ id: 'dates', outcome: 'pass', code: 'dates-none' }] });
  });

  it('that never come may be written as the end of time', () => {
    for (const validUntil of ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.9999999Z']) {
      expect(codeOf({ validUntil })).toBe('dates-ok');
    }
    expect(codeOf({}, { expires: 253_402_300_799 })).toBe('dates-ok');
    expect(codeOf({}, { expires: 1e300 })).toBe('dates-unreadable');
  });
});

describe('NumericDate', () => {
  it('is in seconds, as long as they can be', () => {
    expect(fromNumericDate(1_262_304_000)?.iso).toBe('2010-01-01T00:00:00.000Z');
    expect(fromNumericDate(1_262_304_000.5)?.iso).toBe('2010-01-01T00:00:00.500Z');
    // As text of thirteen digits it would be milliseconds, and long past.
    expect(fromNumericDate(253_402_300_799)?.iso).toBe('9999-12-31T23:59:59.000Z');
    // Meant as milliseconds it would be long past, and read as seconds it would never come.
    for (const unclear of [1_262_304_000_000, 1e15, 1e300]) expect(fromNumericDate(unclear)).toBeNull();
    for (const past of [0, -1, -1e300]) expect(fromNumericDate(past)?.iso).toBe('1970-01-02T00:00:00.000Z');
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, '1262304000', null, undefined, {}, true]) {
      expect(fromNumericDate(none)).toBeNull();
    }
  });
});

describe('judgeSpan', () => {
  it('judges two dates as judgeDates does', () => {
    const values = [null, 'x', '2020-01-01', '2026-03-01', '2030-01-01T00:00:00Z', '2030-02-01', 1_500_000_000];
    for (const begin of values)
      for (const end of values)
        expect(judgeSpan(readDates([begin]), readDates([end]), NOW)).toEqual(judgeDates(begin, end, NOW).checks);
  });
});

describe('vectors', () => {
  const expected: Record<string, string> = {
    'hx-di-validity-window-edge': 'dates-expired',
    'hx-jwt-exp-past': 'dates-expired',
    'hx-jwt-nbf-future': 'dates-not-yet-valid',
    'hx-jwt-validuntil-past-exp-future': 'dates-expired',
    'hx-jwt-eddsa-didkey': 'dates-none',
    'java-simple-err-expired': 'dates-expired',
    'java-simple-err-issued': 'dates-not-yet-valid',
  };
  const vectors = vectorsOf('ob3-di', 'ob3-jwt').filter(({ id }) => id in expected);
  for (const { id, file, now } of vectors) {
    it(id, () => {
      const text = vectorFile(file).toString();
      const isJwt = !/^\s*\{/.test(text);
      const document = JSON.parse(isJwt ? Buffer.from(text.split('.')[1] ?? '', 'base64url').toString() : text);
      const envelope = isJwt ? { notBefore: document.nbf, expires: document.exp } : {};
      const { checks } = judgeCredentialDates(document, envelope, new Date(now));
      expect(checks.map(({ code }) => code).join()).toBe(expected[id]);
    });
  }

  it('come in the number the index had', () => {
    expect([0, 7]).toContain(vectors.length);
  });
});
