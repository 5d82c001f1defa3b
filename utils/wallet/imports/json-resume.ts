/** JSON Resume (jsonresume.org, schema 1.0.0): `certificates[]` of name, date, issuer and url. */
import { isObject, type JsonObject, list, member, text } from '../../json/members.ts';
import { recogniseLink } from '../../links/index.ts';
import type { Candidate } from '../types.ts';
import { linkSource, listedCandidate, MAX_LISTED } from './listed.ts';

const SCHEMA = /(?:jsonresume|resume-schema)/i;
const SECTIONS = ['basics', 'work', 'education', 'skills', 'awards', 'certificates'];

/** A schema that says so, or at least two of its sections: no section is required. */
export function isJsonResume(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const schema = text(member(value, '$schema'));
  if (schema !== undefined && SCHEMA.test(schema)) return true;
  return SECTIONS.filter((name) => typeof member(value, name) === 'object' && member(value, name) !== null).length > 1;
}

/**
 * The certificates of a résumé, at most one more than are taken. Older résumés call them `certifications`, or, before schema 1.0.0 had them, put them
 * among the `awards`: of these only what links to a badge is taken, for a prize is no credential.
 */
export function readJsonResume(resume: JsonObject): Candidate[] {
  const certificates = [...entries(resume, 'certificates'), ...entries(resume, 'certifications')];
  const awards = entries(resume, 'awards').filter((award) => recogniseLink(text(member(award, 'url')) ?? ''));
  return [...certificates, ...awards].slice(0, MAX_LISTED + 1).map(certificate);
}

function entries(resume: JsonObject, section: string): JsonObject[] {
  return list(member(resume, section))
    .slice(0, MAX_LISTED + 1)
    .map((entry) => (isObject(entry) ? entry : {}));
}

function certificate(entry: JsonObject, index: number): Candidate {
  return listedCandidate(
    {
      name: member(entry, 'name') ?? member(entry, 'title'),
      issuer: member(entry, 'issuer') ?? member(entry, 'awarder'),
      issuedOn: member(entry, 'date') ?? member(entry, 'startDate'),
      expires: member(entry, 'expires') ?? member(entry, 'endDate'),
    },
    linkSource(member(entry, 'url')),
    index + 1,
  );
}
