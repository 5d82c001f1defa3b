import { linkAddress } from '../badge/address.ts';
import type { Check } from '../badge/report.ts';
import { hasType, idOf, isObject, type JsonObject, member, reference, single, text, wording } from '../json/members.ts';
import { verificationOf } from './detect.ts';
import {
  criteriaOf,
  descriptionOf,
  evidenceOf,
  imageOf,
  nameOf,
  profileName,
  recipientsOf,
  skillsOf,
} from './fields.ts';
import { badValue, missing, type VersionReader } from './reading.ts';

/**
 * Open Badges 1.0 (2013) and 1.1 (2015): three documents. The address of an assertion is `verify.url`; `id`, which came with 1.1, may be another
 * and counts only where `verify` names none.
 */
export const v1: VersionReader = {
  ownAddress(assertion) {
    const verification = verificationOf(assertion);
    return (verification && text(member(verification, 'url'))) ?? idOf(assertion);
  },

  assertion(document, base) {
    const { recipients, problems } = recipientsOf(member(document, 'recipient'));
    problems.push(...verificationProblems(document));
    if (text(member(document, 'uid')) === undefined && idOf(document) === undefined && !isNumber(document, 'uid')) {
      problems.push(missing('uid'));
    }
    if (isAbsent(document, 'badge')) problems.push(missing('badge'));
    if (isAbsent(document, 'issuedOn')) problems.push(missing('issuedOn'));
    return {
      standard: 'OB1',
      recipients,
      holderName: profileName(member(document, 'extensions:recipientProfile')),
      issuedOn: member(document, 'issuedOn'),
      expires: member(document, 'expires'),
      image: imageOf(member(document, 'image'), base),
      evidence: evidenceOf(member(document, 'evidence'), base),
      badge: single(member(document, 'badge')),
      problems,
    };
  },

  badgeClass(document, base) {
    return {
      name: nameOf(member(document, 'name')),
      description: descriptionOf(member(document, 'description')),
      image: imageOf(member(document, 'image'), base),
      criteria: criteriaOf(member(document, 'criteria'), base),
      skills: skillsOf(member(document, 'tags'), member(document, 'alignment')),
      issuer: single(member(document, 'issuer')),
      problems: classProblems(document),
    };
  },

  issuer(document) {
    return issuerReading(document);
  },
};

/** Members that a BadgeClass of 1.x and 2.0 must have. */
export function classProblems(document: JsonObject): Check[] {
  const problems: Check[] = [];
  if (nameOf(member(document, 'name')) === undefined) problems.push(missing('badge.name'));
  if (wording(member(document, 'description')) === undefined) problems.push(missing('badge.description'));
  for (const required of ['image', 'criteria', 'issuer']) {
    if (isAbsent(document, required)) problems.push(missing(`badge.${required}`));
    else if (!hasWords(member(document, required))) problems.push(badValue(`badge.${required}`));
  }
  return problems;
}

/** Name and site of an issuer. */
export function issuerReading(document: JsonObject) {
  const name = nameOf(member(document, 'name'));
  const url = single(member(document, 'url'));
  const problems: Check[] = name === undefined ? [missing('issuer.name')] : [];
  if (text(url) === undefined) problems.push(missing('issuer.url'));
  return { name, url: linkAddress(url), problems };
}

function verificationProblems(document: JsonObject): Check[] {
  const verification = verificationOf(document);
  if (verification === null) return [missing('verify')];
  const problems = hasType(verification, 'hosted', 'HostedBadge') ? [] : [badValue('verify.type')];
  const address = text(member(verification, 'url')) ?? idOf(document);
  return address === undefined ? [...problems, missing('verify.url')] : problems;
}

export function isAbsent(document: JsonObject, name: string): boolean {
  const value = member(document, name);
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isNumber(document: JsonObject, name: string): boolean {
  return typeof member(document, name) === 'number';
}

/** An address, a narrative, or an object with one of them; one such in a list is enough. */
function hasWords(value: unknown): boolean {
  const items = Array.isArray(value) ? value : [value];
  return items.some(
    (item) => reference(item) !== undefined || (isObject(item) && wording(member(item, 'narrative')) !== undefined),
  );
}
