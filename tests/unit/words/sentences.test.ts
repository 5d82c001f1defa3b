import { describe, expect, it } from 'vitest';
import { CHECK_CODES, CHECK_OUTCOMES } from '../../../utils/badge/check.ts';
import { HOLDER_MATCHES, PROOFS, type Report, STANDINGS, VERDICTS } from '../../../utils/badge/report.ts';
import { answers } from '../../../utils/words/answers.ts';
import { askedSentence } from '../../../utils/words/asked-sentence.ts';
import { checkSentence } from '../../../utils/words/check-sentence.ts';
import { dateFormats } from '../../../utils/words/format-date.ts';
import { markSentence } from '../../../utils/words/mark-sentence.ts';
import { plain } from '../../../utils/words/plain.ts';
import { platformName } from '../../../utils/words/platform-name.ts';
import { badgeFixture, reportFixture } from './reports.ts';
import { LOCALES, readMessages, translator } from './translate.ts';

const t = translator(await readMessages('en'));
const { date, moment } = dateFormats('en-GB', 'UTC');
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const mark = { state: 'done', label: 'Show credential', platform: 'credly' } as const;

describe('the mark’s sentence', () => {
  it('says what it comes to, why, by whom and for whom', () => {
    expect(bare(markSentence({ ...mark, report: reportFixture() }, t))).toBe(
      'Badge “Harbour Pilot, First Class”: Checked and good. The badge was read from Credly, where it belongs, and is in force. ' +
        'Issuer “Harbour School”: Issuer checked by the platform. Person named in it, “Asha Rao”: Same name.',
    );
  });
  it('does not call good what nobody compared, and says nothing of comparing where it is not good anyway', () => {
    const uncompared = { match: 'unknown', name: 'Asha Rao' } as const;
    const headline = (changes: Partial<Report>) =>
      bare(markSentence({ ...mark, report: reportFixture({ holder: uncompared, ...changes }) }, t)).split('. ')[0];
    expect(headline({})).toBe('Badge “Harbour Pilot, First Class”: Genuine; whose it is was not compared');
    expect(headline({ verdict: 'expired' })).toBe('Badge “Harbour Pilot, First Class”: Look closer');
    expect(headline({ holder: { match: 'similar', name: 'A. Rao' } })).toBe(
      'Badge “Harbour Pilot, First Class”: Checked and good',
    );
  });
  it('puts the warning before the verdict when a genuine badge names somebody else', () => {
    const sentence = bare(
      markSentence({ ...mark, report: reportFixture({ holder: { match: 'differs', name: 'Bo Lind' } }) }, t),
    );
    expect(sentence).toMatch(/^Badge “Harbour Pilot, First Class”: Look closer\./);
    expect(sentence).toContain('“Bo Lind”: Another name.');
  });
  it('never words not-found as more than it is, and adds nothing that was not read', () => {
    const report = reportFixture({
      verdict: 'not-found',
      proof: 'none',
      badge: null,
      holder: { match: 'unknown' },
      issuer: { standing: 'unlisted' },
    });
    expect(bare(markSentence({ ...mark, report }, t))).toBe(
      'Badge “Show credential”: Could not be decided. Credly knows no public badge under this address: ' +
        'the link may be wrong, or the badge was deleted or made private.',
    );
  });
  it('has words before the answer is there, and for a badge without any name', () => {
    expect(bare(markSentence({ ...mark, state: 'idle', label: ' ', report: null }, t))).toBe(
      'Badge “Unnamed badge” on Credly: not checked yet. Press to check it.',
    );
    expect(bare(markSentence({ ...mark, state: 'pending', report: null }, t))).toBe(
      'Badge “Show credential”: asking Credly about it.',
    );
  });
});

describe('strangers’ text', () => {
  it('cannot turn the sentence round, break the line or drown it', () => {
    const name = `Good\u202e\u0000\n\u2066evil ${'x'.repeat(500)}`;
    const text = markSentence({ ...mark, report: reportFixture({ badge: badgeFixture({ name }) }) }, t);
    expect(text).not.toMatch(/[\u202e\u2066\p{Cc}]/u);
    expect([...plain(name)]).toHaveLength(120);
    expect(text.match(/\u2068/g)?.length).toBe(text.match(/\u2069/g)?.length);
  });
  it('keeps the joiners that emoji and Persian need', () => {
    expect(plain('👩\u200d🔬 می\u200cروم')).toBe('👩\u200d🔬 می\u200cروم');
  });
  it('is not read as a placeholder or a message key', () => {
    const report = reportFixture({ holder: { match: 'same', name: '$1 $2' } });
    expect(bare(answers(report, t).theirs.text)).toContain('names “$1 $2”, the same name');
    expect(bare(platformName('constructor', t))).toBe('constructor');
  });
});

describe('the three answers', () => {
  it('impostor: what it calls itself, where it is kept, and no accusation', () => {
    const report = reportFixture({
      issuer: { standing: 'impostor', name: 'Microsoft Inc', id: 'https://evil.example/issuer' },
      checks: [{ id: 'issuer', outcome: 'fail', code: 'issuer-impostor', detail: 'Microsoft' }],
    });
    expect(bare(answers(report, t).who.text)).toBe(
      'The issuer calls itself “Microsoft Inc”, but the badge is kept on evil.example, which is not known to belong to Microsoft.',
    );
  });
  it('undecided and invalid always carry their reason', () => {
    const checks = [{ id: 'origin', outcome: 'unknown', code: 'origin-timeout', detail: 'slow.example' } as const];
    expect(bare(answers(reportFixture({ verdict: 'undecided', checks }), t).real.text)).toBe(
      'Whether this badge is genuine could not be decided. slow.example did not answer in time.',
    );
    const failed = [{ id: 'origin', outcome: 'fail', code: 'origin-id-differs' } as const];
    expect(answers(reportFixture({ verdict: 'invalid', checks: failed }), t).real.text).toContain('another address');
  });
  it('a name from the public page is called what it is', () => {
    const checks = [{ id: 'recipient', outcome: 'warn', code: 'recipient-from-page' } as const];
    expect(answers(reportFixture({ checks }), t).theirs.text).toContain('not in the badge itself');
  });
  it('dates of an ended badge are said, unreadable ones left out', () => {
    const at = (detail: string) =>
      answers(
        reportFixture({
          verdict: 'expired',
          checks: [{ id: 'dates', outcome: 'fail', code: 'dates-expired', detail }],
        }),
        t,
        { formatDate: date },
      ).real.text;
    expect(at('2026-01-31T00:00:00Z')).toBe('The proof holds, but the badge ended on 31 January 2026.');
    expect(at('31st of <b>Never</b>')).toBe('The proof holds, but the badge’s end date has passed.');
  });
  it('who was asked, and when', () => {
    expect(bare(askedSentence(reportFixture(), t, moment))).toBe('Asked: www.credly.com. Read on 20 Nov 2026, 08:30.');
    expect(askedSentence(reportFixture({ asked: [] }), t, moment)).toContain('Nobody was asked');
  });
});

describe.each(LOCALES)('every combination has words in %s', async (locale) => {
  const say = translator(await readMessages(locale));
  it('reports', () => {
    let seen = 0;
    for (const verdict of VERDICTS)
      for (const proof of PROOFS)
        for (const standing of STANDINGS)
          for (const match of HOLDER_MATCHES)
            for (const badge of [badgeFixture(), null]) {
              const name = badge ? 'Asha Rao' : undefined;
              const report = reportFixture({
                verdict,
                proof,
                badge,
                issuer: { standing, name },
                holder: { match, name },
              });
              const { real, theirs, who } = answers(report, say, { formatDate: date });
              const all = [real, theirs, who].flatMap(({ heading, text }) => [heading, text]);
              all.push(markSentence({ ...mark, report }, say));
              expect(all.every((text) => text.trim() !== '' && !text.includes('undefined'))).toBe(true);
              seen += 1;
            }
    expect(seen).toBe(VERDICTS.length * PROOFS.length * STANDINGS.length * HOLDER_MATCHES.length * 2);
  });
  it('checks, with and without a detail', () => {
    for (const code of CHECK_CODES)
      for (const detail of [undefined, '', 'some.example', '2026-01-31T00:00:00Z'])
        for (const outcome of CHECK_OUTCOMES) {
          const text = checkSentence({ id: 'format', outcome, code, detail }, say, date);
          expect(text).toMatch(/[.。？?」”]$/u);
          expect(text).not.toContain('$');
        }
  });
});
