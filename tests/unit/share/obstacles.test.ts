import { describe, expect, it } from 'vitest';
import { STANDINGS, VERDICTS } from '../../../utils/badge/report.ts';
import { OBSTACLE_WORDS, obstaclesOf, type ShareFacts } from '../../../utils/share/obstacles.ts';
import { SHARE_TARGETS } from '../../../utils/share/targets/index.ts';
import { profileFields } from '../../../utils/share/targets/linkedin-profile.ts';
import { LOCALES, readMessages, translator } from '../words/translate.ts';
import { BADGE } from './badges.ts';

const GOOD: ShareFacts = {
  visibility: 'public',
  ownership: 'proved',
  acceptance: 'claimed',
  verdict: 'verified',
  standing: 'vetted',
  url: BADGE.url,
};

describe('obstacles', () => {
  it('none for a verified, public, accepted badge of the user’s own', () => {
    expect(obstaclesOf(GOOD)).toEqual([]);
    expect(obstaclesOf({ ...GOOD, ownership: 'stated', standing: 'unlisted' })).toEqual([]);
  });

  it.each<[Partial<ShareFacts>, string]>([
    [{ visibility: 'private' }, 'private'],
    [{ ownership: 'reference' }, 'reference'],
    [{ acceptance: 'unclaimed' }, 'unclaimed'],
    [{ standing: 'impostor' }, 'impostor'],
    [{ url: undefined }, 'no-address'],
    [{ url: '' }, 'no-address'],
    [{ verdict: 'expired' }, 'expired'],
    [{ verdict: 'revoked' }, 'revoked'],
    [{ verdict: 'suspended' }, 'revoked'],
    [{ verdict: 'not-yet-valid' }, 'not-verified'],
    [{ verdict: 'invalid' }, 'not-verified'],
    [{ verdict: 'not-found' }, 'not-verified'],
    [{ verdict: 'undecided' }, 'not-verified'],
    [{ verdict: 'unsupported' }, 'not-verified'],
    [{ verdict: 'undecided', unchecked: true }, 'not-checked'],
    [{ verdict: 'unsupported', unchecked: true }, 'not-verified'],
    [{ verdict: 'invalid', unchecked: true }, 'not-verified'],
    [{ verdict: 'revoked', unchecked: true }, 'revoked'],
  ])('%j: %s', (change, obstacle) => {
    expect(obstaclesOf({ ...GOOD, ...change })).toEqual([obstacle]);
  });

  it('no verdict but “verified” is free, whatever else holds', () => {
    for (const verdict of VERDICTS) {
      for (const standing of STANDINGS) {
        const free = obstaclesOf({ ...GOOD, verdict, standing }).length === 0;
        expect([verdict, standing, free]).toEqual([
          verdict,
          standing,
          verdict === 'verified' && standing !== 'impostor',
        ]);
      }
    }
  });

  it('all of them, the most important first', () => {
    const worst: ShareFacts = {
      visibility: 'private',
      ownership: 'reference',
      acceptance: 'unclaimed',
      verdict: 'expired',
      standing: 'impostor',
    };
    expect(obstaclesOf(worst)).toEqual(['reference', 'impostor', 'unclaimed', 'expired', 'private', 'no-address']);
  });

  it('what a damaged row says is no permission', () => {
    for (const odd of ['', 'constructor', '__proto__', 'VERIFIED', undefined, null]) {
      const damaged = (member: keyof ShareFacts) => obstaclesOf({ ...GOOD, [member]: odd } as unknown as ShareFacts);
      expect(damaged('verdict')).toEqual(['not-verified']);
      expect(damaged('visibility')).toEqual(['private']);
      expect(damaged('ownership')).toEqual(['reference']);
      expect(damaged('acceptance')).toEqual(['unclaimed']);
    }
  });
});

describe.each(LOCALES)('words in %s', async (locale) => {
  const t = translator(await readMessages(locale));

  it('every obstacle has a reason and a help', () => {
    const sentences = Object.values(OBSTACLE_WORDS).flatMap(({ why, help }) => [t(why), t(help)]);
    expect(new Set(sentences).size).toBe(18);
  });

  it('every target that is no brand has a name, and every field a label', () => {
    for (const { id, name } of SHARE_TARGETS) {
      if (!name) expect(t(`share.target.${id.replaceAll('-', '_') as 'email'}`)).not.toBe('');
    }
    for (const { field } of profileFields(BADGE)) expect(t(`share.field.${field}`)).not.toBe('');
  });
});
