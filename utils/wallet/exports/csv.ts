import { unparse } from 'papaparse';
import { currentAnswer } from '../changes.ts';
import { type Entry, stateOf } from './choose.ts';

/**
 * What a spreadsheet takes for a formula, or runs as a command, though it only is a name: these signs at its beginning, in their wide forms too, and behind
 * whatever it skips (OWASP, CSV Injection).
 */
const FORMULA = /^[\s\p{C}'"]*[=+\-@|%＝＋－＠\t\r\n]/u;

/**
 * A table of badges (RFC 4180), with the byte order mark that spreadsheets tell UTF-8 by. Notes and tags are not in it. `now`: milliseconds since the
 * epoch. Headings are fixed words, for programs.
 */
export function toCsv(entries: readonly Entry[], now: number): string {
  const table = entries.map((entry) => {
    const { row, facts } = entry;
    const { visibility, ownership, acceptance } = row;
    const { verdict, checkedAt } = currentAnswer(row, now);
    return {
      name: facts.name,
      issuer: facts.issuer.name,
      issued: facts.issuedOn?.slice(0, 10) ?? '',
      expires: facts.expires?.slice(0, 10) ?? '',
      url: facts.url ?? '',
      standard: row.facts.standard,
      skills: facts.skills.join('; '),
      answer: verdict,
      checked: checkedAt,
      acceptance,
      ownership,
      visibility,
      state: stateOf(entry),
    };
  });
  return `\uFEFF${unparse({ fields: COLUMNS, data: table }, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

const COLUMNS = [
  'name',
  'issuer',
  'issued',
  'expires',
  'url',
  'standard',
  'skills',
  'answer',
  'checked',
  'acceptance',
  'ownership',
  'visibility',
  'state',
];
