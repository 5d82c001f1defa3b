import { describe, expect, it } from 'vitest';
import { examine } from '../../../utils/verify/index.ts';
import { fetchFrom, type Network } from '../verify/fixtures/network.ts';
import { EARNER, NOW } from '../verify/fixtures/open-badges.ts';
import {
  MICROSOFT_ASKED,
  MICROSOFT_ID,
  MICROSOFT_LINK,
  TRANSCRIPT_ASKED,
  TRANSCRIPT_LINK,
  transcript,
} from '../verify/fixtures/platforms.ts';
import { answers, judge } from './judge.ts';

describe('Microsoft Learn', () => {
  const record = (json: unknown): Network => ({ [MICROSOFT_ASKED]: { json } });

  it('a credential is read by its title and end; the link’s user name counts for nothing', async () => {
    const report = await judge(
      MICROSOFT_LINK,
      record({
        title: 'Certified: Quiet Systems',
        expiresOn: '2027-09-12T00:00:00.0000000+00:00',
        legalName: 'X Y',
        contactEmail: 'a@b.example',
      }),
      { holder: { name: 'Somebody Else' } },
    );
    expect(report).toMatchObject({
      verdict: 'verified',
      proof: 'record',
      tone: 'ok',
      holder: { match: 'unknown' },
      issuer: { standing: 'vetted', name: 'Microsoft' },
    });
    expect(report.badge).toMatchObject({ name: 'Certified: Quiet Systems', expires: '2027-09-12T00:00:00.000Z' });
    expect(JSON.stringify(report)).not.toMatch(/X Y|b\.example/);
    expect(await judge(MICROSOFT_LINK, record({ title: 'T', expiresOn: '2025-01-01T00:00:00Z' }))).toMatchObject({
      verdict: 'expired',
    });
  });

  it('what is no such record is left open', async () => {
    for (const status of [401, 403, 404]) {
      expect(await judge(MICROSOFT_LINK, { [MICROSOFT_ASKED]: { status, json: {} } })).toEqual(
        answers('undecided', 'origin-platform-closed'),
      );
    }
    for (const json of [
      {},
      [],
      { title: '' },
      { title: 5 },
      { title: 'Not Found', status: 404 },
      { title: 'T', expiresOn: 5 },
      { title: 'T', credentialId: 'FFFFFFFFFFFFFFFF' },
      { title: 'T', errors: [] },
      { title: 'Sign in' },
      { title: 'Not Found', code: 404, message: 'x' },
      { title: 'One or more validation errors occurred.', type: 'https://errors.example/400', traceId: '1' },
      { title: 'T', status: 'Active' },
      { title: 'T', status: 'Revoked' },
    ]) {
      expect(await judge(MICROSOFT_LINK, record(json)), JSON.stringify(json)).toEqual(
        answers('undecided', 'format-unknown-shape'),
      );
    }
    expect(await judge(MICROSOFT_LINK, record({ title: 'T', expiresOn: 'some day' }))).toEqual(
      answers('undecided', 'dates-unreadable'),
    );
  });

  const whole = { title: 'T', credentialId: MICROSOFT_ID, expiresOn: '2027-09-12T00:00:00Z' };

  it('a credential that says anything about its state but that it is active is left open', async () => {
    for (const more of [
      {},
      { status: 'Active' },
      { status: ' ACTIVE ' },
      { expiresOn: null },
      { credentialId: null },
    ]) {
      expect((await judge(MICROSOFT_LINK, record({ ...whole, ...more }))).verdict, JSON.stringify(more)).toBe(
        'verified',
      );
    }
    for (const more of [
      { status: 'Suspended' },
      { status: 'Inactive' },
      { status: '' },
      { status: null },
      { status: true },
      { status: ['Active'] },
      { Status: 'Revoked' },
      { revoked: true },
      { revoked: false },
      { revokedOn: null },
      { isRevoked: true },
      { revocationReason: 'x' },
      { credentialStatus: 'Revoked' },
      { statusCode: 200 },
      { code: 404 },
      { message: 'x' },
      { error: null },
      { errorCode: 'NotFound' },
      { id: 'FFFFFFFFFFFFFFFF' },
      { uid: 7 },
      { credentialId: MICROSOFT_ID, Id: 'x' },
    ]) {
      expect(await judge(MICROSOFT_LINK, record({ ...whole, ...more })), JSON.stringify(more)).toEqual(
        answers('undecided', 'format-unknown-shape'),
      );
    }
  });

  it('withdrawn and expired are believed where nothing else contradicts', async () => {
    expect(await judge(MICROSOFT_LINK, record({ ...whole, status: 'Revoked' }))).toEqual(
      answers('revoked', 'status-revoked'),
    );
    expect(await judge(MICROSOFT_LINK, record({ ...whole, status: 'expired', expiresOn: null }))).toEqual(
      answers('expired', 'dates-expired'),
    );
    expect(await judge(MICROSOFT_LINK, record({ ...whole, status: 'expired', expiresOn: '2025-01-01' }))).toEqual(
      answers('expired', 'dates-expired'),
    );
    expect(await judge(MICROSOFT_LINK, record({ ...whole, status: 'Expired' }))).toEqual(
      answers('undecided', 'status-unreadable'),
    );
  });

  it('a transcript is as good as what it lists as active', async () => {
    const listing = (...activeCertifications: unknown[]) => ({
      [TRANSCRIPT_ASKED]: {
        json: transcript({ certificationData: { activeCertifications }, appliedSkillsData: null }),
      },
    });
    const good = { name: 'Quiet Systems', status: 'Active', expiration: '2027-01-11T23:59:59+00:00' };
    expect((await judge(TRANSCRIPT_LINK, listing(good, { name: 'For good', status: 'active' }))).verdict).toBe(
      'verified',
    );
    for (const bad of [
      { status: 'Expired', expiration: '2020-01-01T00:00:00Z' },
      { status: 'Revoked' },
      { status: undefined },
      { status: 7 },
      { status: 'Active (suspended)' },
      { expiration: '2020-01-01T00:00:00Z' },
      { expiration: 'some day' },
      { expiration: {} },
    ]) {
      expect(await judge(TRANSCRIPT_LINK, listing(good, { ...good, ...bad })), JSON.stringify(bad)).toEqual(
        answers('undecided', 'status-unreadable'),
      );
    }
    const many = Array.from({ length: 400 }, () => good);
    expect((await judge(TRANSCRIPT_LINK, listing(...many))).verdict).toBe('verified');
    expect((await judge(TRANSCRIPT_LINK, listing(...many, { ...good, status: 'Expired' }))).verdict).toBe('undecided');
  });

  it('a transcript without anything active proves nothing', async () => {
    const of = (certificationData: object, appliedSkillsData: unknown = null) =>
      judge(TRANSCRIPT_LINK, { [TRANSCRIPT_ASKED]: { json: transcript({ certificationData, appliedSkillsData }) } });
    const historical = [{ name: 'Loud Systems', status: 'Expired' }];
    const nothing = answers('unsupported', 'origin-nothing-active');
    expect(await of({ activeCertifications: [] })).toEqual(nothing);
    expect(await of({ activeCertifications: [], historicalCertifications: historical })).toEqual(nothing);
    expect(await of({ activeCertifications: [] }, { appliedSkillsCredentials: [{ title: '' }] })).toEqual(nothing);
    expect(
      await of({ activeCertifications: [] }, { appliedSkillsCredentials: [{ title: 'Log keeping' }] }),
    ).toMatchObject({ verdict: 'verified', badge: { skills: ['Log keeping'] } });
  });

  it('the answer about a transcript ends with the first certification that ends; the transcript itself has no end', async () => {
    const entry = (expiration?: string) => ({ name: 'X', status: 'Active', expiration });
    const activeCertifications = [entry('2027-05-01T00:00:00Z'), entry('2026-11-24T00:00:00Z'), entry()];
    const { fetch } = fetchFrom({
      [TRANSCRIPT_ASKED]: { json: transcript({ certificationData: { activeCertifications } }) },
    });
    const examined = await examine({ url: TRANSCRIPT_LINK }, { fetch, now: NOW });
    expect(examined).toMatchObject({ verdict: 'verified', staleAt: '2026-11-24T00:00:00.000Z' });
    expect(examined.badge?.expires).toBeUndefined();
  });

  it('a transcript lists certifications and names a user, nothing more', async () => {
    const report = await judge(
      TRANSCRIPT_LINK,
      { [TRANSCRIPT_ASKED]: { json: transcript() } },
      { holder: { name: 'Somebody Else' } },
    );
    expect(report).toMatchObject({
      verdict: 'verified',
      proof: 'record',
      tone: 'ok',
      holder: { match: 'unknown', name: 'IlseMarwick-1' },
    });
    expect(report.badge?.description).toBe('• Certified: Quiet Systems (2025-01-11 – 2027-01-11)');
    expect(report.badge?.raw).toMatchObject({
      counts: { activeCertifications: 1, historicalCertifications: 1, examsPassed: 3, appliedSkills: 1 },
    });
    const gone = await judge(TRANSCRIPT_LINK, { [TRANSCRIPT_ASKED]: { status: 404, json: {} } });
    expect(gone).toEqual(answers('not-found', 'origin-not-found'));
    const strange = await judge(TRANSCRIPT_LINK, {
      [TRANSCRIPT_ASKED]: { json: transcript({ certificationData: null }) },
    });
    expect(strange).toEqual(answers('undecided', 'format-unknown-shape'));
  });

  it('a user name may agree with a person’s name, and no more', async () => {
    const report = await judge(
      TRANSCRIPT_LINK,
      { [TRANSCRIPT_ASKED]: { json: transcript({ userName: 'ilsemarwick' }) } },
      { holder: { name: EARNER.name } },
    );
    expect(report.holder.match).toBe('similar');
  });
});
