import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { jobSearchAddress } from '../../../utils/share/jobs.ts';
import { linkedinProfile, profileFields } from '../../../utils/share/targets/linkedin-profile.ts';
import { organisationNumber } from '../../../utils/share/targets/organisation-number.ts';
import type { SharedBadge } from '../../../utils/share/types.ts';
import { BADGE, hostileText } from './badges.ts';

const sent = (badge: SharedBadge, organisationId?: string) =>
  Object.fromEntries(new URL(linkedinProfile.address({ badge, text: 'x', organisationId }) ?? '').searchParams);

describe('LinkedIn “Add to profile”', () => {
  // Where midnight comes at another hour than in UTC.
  beforeAll(() => void vi.stubEnv('TZ', 'Asia/Taipei'));
  afterAll(() => void vi.unstubAllEnvs());

  it('sends what the form asks for: months 1–12 of the UTC instant, no day, the organisation by name', () => {
    expect(sent(BADGE)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'Cloud Gardening & Care',
      organizationName: 'Lumen Academy',
      issueYear: '2024',
      issueMonth: '5',
      expirationYear: '2027',
      expirationMonth: '1',
      certUrl: BADGE.url,
      certId: '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470',
    });
  });

  it('or by number, never both', () => {
    expect(sent(BADGE, '1035')).toMatchObject({ organizationId: '1035' });
    expect(sent(BADGE, '1035')).not.toHaveProperty('organizationName');
    for (const unfit of ['', '0', '-1', '12a', '１２', '1 2', '1&name=evil', '9'.repeat(30)]) {
      expect(sent(BADGE, unfit)).toMatchObject({ organizationName: 'Lumen Academy' });
      expect(sent(BADGE, unfit)).not.toHaveProperty('organizationId');
    }
  });

  it.each([
    ['1035', '1035'],
    [' 1035 ', '1035'],
    ['https://www.linkedin.com/company/1035/', '1035'],
    ['linkedin.com/company/1035', '1035'],
    ['https://tw.linkedin.com/school/1035/about/?x=1', '1035'],
    ['https://www.linkedin.com/company/lumen-academy/', null],
    ['https://www.linkedin.com/company/1035-lumen/', null],
    ['https://linkedin.com.evil.example/company/1035', null],
    ['https://evil.example/?x=linkedin.com/company/1035', null],
    ['https://www.linkedin.com/in/1035', null],
    ['0', null],
    ['', null],
  ])('the number that is meant by %j', (typed, number) => {
    expect(organisationNumber(typed)).toBe(number);
  });

  it('leaves out what the badge does not say', () => {
    const bare = { name: 'A', issuer: { name: 'B' }, url: BADGE.url, skills: [] };
    expect(sent(bare)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'A',
      organizationName: 'B',
      certUrl: BADGE.url,
    });
    expect(sent({ ...bare, issuedOn: 'yesterday', expires: '2024-02-30' })).not.toHaveProperty('issueYear');
    expect(profileFields(bare).map(({ field }) => field)).toEqual(['name', 'issuer', 'credential_url']);
  });

  it('names arrive as they are, and add no parameter', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (name, issuer, credentialId) => {
        const badge = { ...BADGE, name: `n${name}`, issuer: { name: `i${issuer}` }, credentialId: `c${credentialId}` };
        expect(sent(badge)).toEqual({
          ...sent(BADGE),
          name: badge.name.toWellFormed(),
          organizationName: badge.issuer.name.toWellFormed(),
          certId: badge.credentialId.toWellFormed(),
        });
      }),
    );
  });

  it('offers every field to be copied, in the form’s order', () => {
    expect(profileFields(BADGE)).toEqual([
      { field: 'name', value: 'Cloud Gardening & Care' },
      { field: 'issuer', value: 'Lumen Academy' },
      { field: 'issued', value: '2024-05', month: { year: 2024, month: 5 } },
      { field: 'expires', value: '2027-01', month: { year: 2027, month: 1 } },
      { field: 'credential_id', value: '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470' },
      { field: 'credential_url', value: BADGE.url },
    ]);
  });

  it('the month is UTC’s, whatever the offset it was written with', () => {
    expect(sent({ ...BADGE, issuedOn: '2024-06-01T01:00:00+02:00' })).toMatchObject({
      issueYear: '2024',
      issueMonth: '5',
    });
    expect(sent({ ...BADGE, issuedOn: '2023-12-31T23:00:00-02:00' })).toMatchObject({
      issueYear: '2024',
      issueMonth: '1',
    });
  });
});

describe('job search', () => {
  it('asks for any of the skills', () => {
    const url = new URL(jobSearchAddress(['Cloud Security', 'Kubernetes', 'Kubernetes']) ?? '');
    expect(url.origin + url.pathname).toBe('https://www.linkedin.com/jobs/search/');
    expect([...url.searchParams]).toEqual([['keywords', '"Cloud Security" OR "Kubernetes"']]);
  });

  it('is not offered without skills', () => {
    expect(jobSearchAddress([])).toBeNull();
    expect(jobSearchAddress(['', '\u202e', '""'])).toBeNull();
  });

  it('a skill stays one phrase', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 8 }), (skills) => {
        const address = jobSearchAddress(skills);
        if (address === null) return;
        const [[name, keywords] = ['', ''], ...more] = new URL(address).searchParams;
        expect([name, more]).toEqual(['keywords', []]);
        expect(keywords).toMatch(/^"[^"\p{Cc}]+"(?: OR "[^"\p{Cc}]+"){0,4}$/u);
      }),
    );
  });
});
