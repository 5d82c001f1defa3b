import { parseWebAddress } from '../badge/address.ts';
import type { Check } from '../badge/report.ts';
import {
  hasType,
  idOf,
  isObject,
  type JsonObject,
  list,
  member,
  reference,
  single,
  text,
  texts,
} from '../json/members.ts';
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
import { classProblems, isAbsent, issuerReading } from './v1.ts';

/**
 * Open Badges 2.0 (2018), hosted: JSON-LD, every document at its own `id`. Extensions, `related` editions and `version` say nothing that is checked and are
 * left aside; endorsements are found by endorsements.ts and judged in credentials/. Words may come in several languages everywhere (`@language`, `@value`, language maps).
 */
export const v2: VersionReader = {
  ownAddress(assertion) {
    const id = idOf(assertion);
    // A badge raised from 1.x may name itself by a urn and keep its address in `verify.url`.
    if (id === undefined || parseWebAddress(id)) return id;
    const verification = verificationOf(assertion);
    return (verification && text(member(verification, 'url'))) ?? id;
  },

  assertion(document, base) {
    const { recipients, problems } = recipientsOf(member(document, 'recipient'));
    if (recipientLacksType(document)) problems.push(missing('recipient.type'));
    problems.push(...verificationProblems(document));
    if (!hasType(document, 'Assertion')) problems.push(missing('type'));
    if (idOf(document) === undefined) problems.push(missing('id'));
    if (isAbsent(document, 'badge')) problems.push(missing('badge'));
    else if (single(member(document, 'badge')) === undefined) problems.push(badValue('badge'));
    if (isAbsent(document, 'issuedOn')) problems.push(missing('issuedOn'));
    const image = member(document, 'image');
    if (list(image).some((item) => /^\s*data:/i.test(reference(item) ?? ''))) {
      // Allowed in a BadgeClass only (Open Badges 2.0, Assertion.image). It is not shown; the badge is none the worse.
      problems.push({ id: 'image', outcome: 'warn', code: 'image-none', detail: 'data:' });
    }
    return {
      standard: 'OB2',
      recipients,
      holderName: profileName(member(document, 'extensions:recipientProfile')),
      issuedOn: member(document, 'issuedOn'),
      expires: member(document, 'expires'),
      image: webImage(image, base),
      evidence: evidence(document, base),
      badge: single(member(document, 'badge')),
      problems,
    };
  },

  badgeClass(document, base) {
    const problems = classProblems(document);
    if (!hasType(document, 'BadgeClass')) problems.push(missing('badge.type'));
    if (idOf(document) === undefined) problems.push(missing('badge.id'));
    return {
      name: nameOf(member(document, 'name')),
      description: descriptionOf(member(document, 'description')),
      image: imageOf(member(document, 'image'), base),
      criteria: criteriaOf(member(document, 'criteria'), base),
      skills: skillsOf(member(document, 'tags'), member(document, 'alignment')),
      issuer: single(member(document, 'issuer')),
      problems,
    };
  },

  issuer(document) {
    const reading = issuerReading(document);
    if (!hasType(document, 'Profile', 'Issuer', 'IssuerOrg')) reading.problems.push(missing('issuer.type'));
    if (idOf(document) === undefined) reading.problems.push(missing('issuer.id'));
    return reading;
  },
};

function verificationProblems(document: JsonObject): Check[] {
  const verification = verificationOf(document);
  if (verification === null) return [missing('verification')];
  return hasType(verification, 'hosted', 'HostedBadge') ? [] : [badValue('verification.type')];
}

function recipientLacksType(document: JsonObject): boolean {
  return list(member(document, 'recipient')).some((item) => isObject(item) && texts(member(item, 'type')).length === 0);
}

function webImage(value: unknown, base: string): string | undefined {
  const image = imageOf(value, base);
  return image?.startsWith('data:') ? undefined : image;
}

/** The narrative of the assertion itself belongs to its evidence. */
function evidence(document: JsonObject, base: string): string[] {
  const own = descriptionOf(member(document, 'narrative'));
  return [...(own === undefined ? [] : [own]), ...evidenceOf(member(document, 'evidence'), base)];
}
