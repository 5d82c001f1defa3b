import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECK_CODES, CHECK_IDS, CHECK_OUTCOMES } from '../../../utils/badge/check.ts';
import { HOLDER_MATCHES, PROOFS, STANDINGS, TONES, VERDICTS } from '../../../utils/badge/report.ts';
import { CODES_WITH_DETAIL } from '../../../utils/words/check-sentence.ts';
import { LOCALES, readMessages } from './translate.ts';

const placeholders = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort().join(' ');
const en = await readMessages('en');

describe.each(LOCALES)('messages in %s', async (locale) => {
  const messages = await readMessages(locale);

  it('has the same keys as English, none empty', () => {
    expect([...messages.keys()].sort()).toEqual([...en.keys()].sort());
    expect([...messages].filter(([, text]) => text === '')).toEqual([]);
  });

  it('has the same placeholders as English', () => {
    const of = (from: typeof messages) => [...from].map(([key, text]) => `${key}: ${placeholders(text)}`).sort();
    expect(of(messages)).toEqual(of(en));
  });

  it.each([
    ['verdict_word', VERDICTS],
    ['verdict_text', VERDICTS.filter((verdict) => verdict !== 'verified')],
    ['tone', TONES],
    ['standing_word', STANDINGS],
    ['standing_text', STANDINGS],
    ['holder_word', HOLDER_MATCHES],
    ['holder_text', HOLDER_MATCHES],
    ['proof_word', PROOFS],
    ['proof_text', PROOFS],
    ['check_id', CHECK_IDS],
    ['check_outcome', CHECK_OUTCOMES],
    ['check_plain', CHECK_CODES],
    ['check_with', CODES_WITH_DETAIL],
  ] as const)('has a message for every %s', (prefix, codes: readonly string[]) => {
    const wanted = codes.map((code) => `${prefix}_${code.replaceAll('-', '_')}`);
    expect(wanted.filter((key) => !messages.has(key))).toEqual([]);
  });

  it('names every platform that can be recognised', () => {
    const folders = readdirSync('utils/platforms').filter((name) => existsSync(`utils/platforms/${name}/links.ts`));
    expect(folders.filter((name) => !messages.has(`platform_${name.replaceAll('-', '_')}`))).toEqual([]);
  });

  it('never calls a badge fake, never promises', () => {
    const words =
      /\b(fake|forged|forgery|fraud|counterfeit|guarantee\w*|100 ?%|legit)\b|偽造|造假|冒牌|假徽章|詐|保證/iu;
    expect([...messages].filter(([, text]) => words.test(text))).toEqual([]);
  });

  it('carries no direction marks, markup or escapes of its own', () => {
    expect([...messages].filter(([, text]) => /[\u200e\u200f\u202a-\u202e\u2066-\u2069]|<|&\w+;/u.test(text))).toEqual(
      [],
    );
  });
});

describe('Traditional Chinese', async () => {
  const messages = await readMessages('zh_TW');
  it('is translated: only names may be the same as in English', () => {
    const same = [...messages].filter(([key, text]) => en.get(key) === text && !key.startsWith('platform_'));
    expect(same.map(([, text]) => text).filter((text) => /[a-z]{2}/iu.test(text) && text !== 'Touchstone')).toEqual([]);
  });
  it('uses no simplified characters and no half-width commas between Chinese words', () => {
    const text = [...messages].filter(
      ([, words]) => /[证签发颁书为这过没时关网页请选设说读写错误验从]/u.test(words) || /\p{Script=Han},/u.test(words),
    );
    expect(text).toEqual([]);
  });
});
