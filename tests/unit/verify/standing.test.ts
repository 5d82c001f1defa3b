import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impersonated } from '../../../utils/badge/impostor.ts';
import { KNOWN_ISSUERS } from '../../../utils/badge/known-issuers.ts';
import type { Examined } from '../../../utils/badge/report.ts';
import { reportOn } from '../../../utils/verify/report-on.ts';
import { standingOf } from '../../../utils/verify/standing.ts';
import { EARNER, hashOf } from './fixtures/open-badges.ts';

describe('impersonated', () => {
  const accused: [string, string][] = [
    ['Microsoft', 'Microsoft'],
    ['microsoft', 'Microsoft'],
    ['MICROSOFT CORPORATION', 'Microsoft'],
    ['Microsoft Corp.', 'Microsoft'],
    ['Microsoft™', 'Microsoft'],
    ['Microsoft Certification', 'Microsoft'],
    ['Official Microsoft Certifications', 'Microsoft'],
    ['Microsoft (Official)', 'Microsoft'],
    ['M i c r o s o f t', 'Microsoft'],
    ['Micro-soft', 'Microsoft'],
    ['Micr0s0ft', 'Microsoft'],
    ['M1crosoft', 'Microsoft'],
    ['Mlcrosoft', 'Microsoft'],
    ['rnicrosoft', 'Microsoft'],
    ['Мicrosоft', 'Microsoft'],
    ['Ｍｉｃｒｏｓｏｆｔ', 'Microsoft'],
    ['Mïcrösoft', 'Microsoft'],
    ['Micro\u200Bsoft', 'Microsoft'],
    ['\u202EMicrosoft', 'Microsoft'],
    ['Μicrosoft', 'Microsoft'],
    ['Goog1e', 'Google'],
    ['GoogIe', 'Google'],
    ['Google LLC', 'Google'],
    ['Google Cloud', 'Google'],
    ['AWS', 'Amazon'],
    ['Amazon Web Services', 'Amazon'],
    ['Amazon Web Services (AWS) Training and Certification', ''],
    ['IBM', 'IBM'],
    ['lBM', 'IBM'],
    ['1BM', 'IBM'],
    ['I.B.M.', 'IBM'],
    ['ISC2', '(ISC)²'],
    ['(ISC)²', '(ISC)²'],
    ['SAP SE', ''],
    ['SAP AG', 'SAP'],
    ['Harvard University', 'Harvard'],
    ['M.I.T.', 'MIT'],
    ['MlT', 'MIT'],
    ['The Linux Foundation', 'Linux Foundation'],
    ['Cisсo', 'Cisco'],
    ['C1SC0', 'Cisco'],
    ['Оracle', 'Oracle'],
    ['国立台湾大学', ''],
  ];
  for (const [name, known] of accused) {
    it(known === '' ? `${name} is left alone` : `${name} reads like ${known}`, () => {
      expect(impersonated(name, 'badges.stranger.example')).toBe(known === '' ? null : known);
    });
  }

  it('accuses nobody who only shares a word, a letter or a city', () => {
    for (const name of [
      'Smith',
      'Summit College',
      'Admit',
      'MIT Alumni Club of Taiwan',
      'MLT',
      'Mitre',
      'Google Developer Group Taipei',
      'Microsoft User Group Tainan',
      'Friends of IBM',
      'Oracle Bone Society',
      'Meta Analysis Group',
      'Metadata Institute',
      'Intelligence School',
      'Applewood',
      'Cambridge Academy',
      'Oxford Brookes University',
      'New Oxford School',
      'Amazonas University',
      'SAPIENS',
      'Snowflake Nursery',
      'Cisco County Library',
      'Stanford Street Primary',
      'Harvard Road Church',
      'Credly Fan Club',
      'Adobe House Museum',
      'GitHubbers',
      'EdX Alumni',
      'Pearson Family Trust',
      'Tidewater School of Seamanship',
      '',
      '12',
      '🚀',
      'Inc.',
      'Official Certification',
    ]) {
      expect(impersonated(name, 'badges.stranger.example'), name).toBeNull();
    }
  });

  it('lets the known issuer be itself, on its own hosts alone', () => {
    const host = (name: string, on: string) => impersonated(name, on);
    expect(host('Microsoft', 'learn.microsoft.com')).toBeNull();
    expect(host('Microsoft', 'microsoft.com')).toBeNull();
    expect(host('Google', 'sites.google.com')).toBe('Google');
    expect(host('GitHub', 'raw.github.com')).toBe('GitHub');
    expect(host('GitHub', 'somebody.github.io')).toBe('GitHub');
    for (const fake of [
      'microsoft.com.evil.example',
      'evil-microsoft.com',
      'notmicrosoft.com',
      'microsoft.co',
      'xn--mcrosoft-c2a.com',
      'micr0soft.com',
    ]) {
      expect(host('Microsoft', fake), fake).toBe('Microsoft');
    }
    expect(impersonated('Microsoft', undefined)).toBe('Microsoft');
    expect(impersonated('Google', 'www.credential.net', 'accredible')).toBeNull();
    expect(impersonated('Google', 'api.badgr.io', 'badgr')).toBe('Google');
  });

  it('knows every name in its own list, and no host is there for nothing', () => {
    for (const { names, hosts } of KNOWN_ISSUERS) {
      for (const name of names) {
        expect(impersonated(name, 'badges.stranger.example'), name).not.toBeNull();
        expect(impersonated(name, hosts[0]), name).toBeNull();
      }
      for (const host of hosts) expect(new URL(`https://${host}/`).hostname).toBe(host);
    }
  });

  it('never throws and comes to an end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => void impersonated(name, 'x.example')),
      { numRuns: 300 },
    );
    expect(impersonated('a '.repeat(50_000), 'x.example')).toBeNull();
  });
});

describe('standingOf', () => {
  const id = 'https://badges.tidewater.example/issuer';
  const host = 'badges.tidewater.example';
  const of = (issuer: Examined['issuer'], ...trusted: string[]) =>
    standingOf(
      issuer,
      trusted.map((entry) => ({ id: entry })),
    ).judgement.standing;

  it('goes from the reader’s list to nobody’s', () => {
    expect(of({ id, host, name: 'T' })).toBe('unlisted');
    expect(of({ id, host, name: 'T' }, id)).toBe('trusted');
    expect(of({ id, host, name: 'T' }, 'http://badges.tidewater.example/issuer/')).toBe('trusted');
    expect(of({ id, host, name: 'T' }, host)).toBe('trusted');
    expect(of({ id, host, name: 'T' }, 'BADGES.Tidewater.example')).toBe('trusted');
    expect(of({ id: 'did:web:a.example', host: 'a.example', name: 'T' }, 'did:web:a.example')).toBe('trusted');
    expect(of({ id, host, name: 'T', platform: { id: 'credly', vets: true } })).toBe('vetted');
    expect(of({ id, host, name: 'T', platform: { id: 'badgr', vets: false } })).toBe('unvetted');
    expect(of({ id, host, name: 'Microsoft', platform: { id: 'badgr', vets: false } })).toBe('impostor');
    expect(of({ id, host, name: 'Microsoft', platform: { id: 'credly', vets: true } })).toBe('vetted');
    expect(of({ id, host, name: 'Microsoft' }, id)).toBe('trusted');
    // Behind a platform, and nobody knows what the issuer controls: no comparison, and no better standing either.
    expect(of({ name: 'Microsoft', platform: { id: 'accredible', vets: false } })).toBe('unvetted');
    expect(of({ name: 'Microsoft' })).toBe('impostor');
  });

  it('is not raised by what looks like an entry', () => {
    for (const entry of [
      '',
      ' ',
      'tidewater.example',
      'x.badges.tidewater.example',
      'https://badges.tidewater.example/',
      'https://badges.tidewater.example/issuer2',
      'https://badges.tidewater.example/issuer?x',
      'T',
      'did:web:badges.tidewater.example',
      'https://',
      '*',
    ]) {
      expect(of({ id, host, name: 'T' }, entry), entry).toBe('unlisted');
    }
    // A name proves nothing, and a homograph is another host.
    expect(of({ name: 'Tidewater', host: 'other.example' }, 'Tidewater')).toBe('unlisted');
    expect(
      of(
        { id: 'https://xn--bdges-n51b.tidewater.example/issuer', host: 'xn--bdges-n51b.tidewater.example', name: 'T' },
        id,
        host,
      ),
    ).toBe('unlisted');
  });

  it('says nothing about an issuer that is not named', () => {
    expect(standingOf({})).toEqual({ judgement: { standing: 'unlisted' }, check: null });
    expect(standingOf({ platform: { id: 'credly', vets: true } })).toEqual({
      judgement: { standing: 'vetted' },
      check: null,
    });
    expect(standingOf({ platform: { id: 'badgr', vets: false } }).judgement.standing).toBe('unvetted');
  });
});

describe('reportOn', () => {
  const examined: Examined = {
    verdict: 'verified',
    proof: 'hosted',
    checks: [{ id: 'origin', outcome: 'pass', code: 'origin-ok' }],
    badge: { name: 'B', issuer: { name: 'I' }, skills: [], standard: 'OB2', raw: null },
    recipients: [{ type: 'email', identity: hashOf(EARNER.email), hashed: true }],
    holderName: EARNER.name,
    issuer: { name: 'I', id: 'https://i.example/1', host: 'i.example', platform: { id: 'credly', vets: true } },
    checkedAt: '2026-11-23T00:00:00.000Z',
    asked: ['i.example'],
  };
  const match = (name?: string, emails?: string[], change: Partial<Examined> = {}) =>
    reportOn({ ...examined, ...change }, { holder: { name, emails } });

  it('says whose it is', () => {
    expect(match(EARNER.name).holder).toEqual({ match: 'same', name: EARNER.name });
    expect(match('I. Marwick')).toMatchObject({ tone: 'ok', holder: { match: 'similar' } });
    expect(match('Teodor Balan')).toMatchObject({ tone: 'caution', holder: { match: 'differs' } });
    expect(match()).toMatchObject({ tone: 'ok', holder: { match: 'unknown' } });
    expect(match('Teodor Balan', [EARNER.email])).toMatchObject({ holder: { match: 'yours' } });
    expect(match('Teodor Balan', ['else@post.example']).holder.match).toBe('differs');
    expect(match('Teodor Balan', [], { holderIsHandle: true }).holder.match).toBe('unknown');
    expect(match(EARNER.name, [], { holderIsHandle: true }).holder.match).toBe('similar');
  });

  it('tells it as a check, once', () => {
    const codes = (report: ReturnType<typeof match>) =>
      report.checks.filter((check) => check.id === 'recipient').map((check) => check.code);
    expect(codes(match(EARNER.name))).toEqual(['recipient-same']);
    expect(codes(match())).toEqual(['recipient-no-page-name']);
    expect(codes(match('x y', [], { holderName: undefined }))).toEqual(['recipient-unnamed']);
    expect(codes(match('x y', [], { holderName: undefined, recipients: [] }))).toEqual(['recipient-missing']);
    expect(codes(match('x y', [], { holderName: undefined, recipients: [], badge: null }))).toEqual([]);
  });

  it('changes neither the verdict nor what it was given', () => {
    const before = structuredClone(examined);
    const report = match('Teodor Balan');
    expect(examined).toEqual(before);
    expect(report).toMatchObject({
      verdict: 'verified',
      proof: 'hosted',
      checkedAt: before.checkedAt,
      asked: ['i.example'],
    });
    expect(JSON.stringify(report)).not.toContain('sha256$');
  });

  it('an impostor is bad whatever else holds', () => {
    const issuer = { name: 'Microsoft', id: 'https://x.example', host: 'x.example' };
    expect(match(EARNER.name, [], { issuer })).toMatchObject({ tone: 'bad', issuer: { standing: 'impostor' } });
  });
});
