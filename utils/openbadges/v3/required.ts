/** Members that Open Badges 3.0 and CLR 2.0 require beyond the data model. Their finer points are their JSON schemas' business, and advice only. */
import type { Check } from '../../badge/report.ts';
import { hasType, isObject, type JsonObject, list, member, single, text, wording } from '../../json/members.ts';
import { nameOf } from '../fields.ts';
import { badValue, missing } from '../reading.ts';
import { dataModelOf, lacksBadgeContext } from './contexts.ts';
import { idProblems } from './data-model.ts';
import { isGiven } from './shape.ts';

const SUBJECT = 'credentialSubject';
const ACHIEVEMENT = 'credentialSubject.achievement';

/** AchievementCredential (Open Badges 3.0, B.1.2): one earner, one achievement. */
export function badgeProblems(credential: JsonObject): Check[] {
  const problems = envelopeProblems(credential);
  const subject = theSubject(credential, problems);
  if (subject === null) return problems;
  if (!hasType(subject, 'AchievementSubject')) problems.push(missing(`${SUBJECT}.type`));
  if (!isGiven(subject, 'achievement')) return [...problems, missing(ACHIEVEMENT)];
  const achievement = single(member(subject, 'achievement'));
  return [...problems, ...(isObject(achievement) ? achievementProblems(achievement) : [badValue(ACHIEVEMENT)])];
}

/** Achievement (B.1.1). A description may be empty; a name that cannot be shown is none. */
function achievementProblems(achievement: JsonObject): Check[] {
  const problems: Check[] = [];
  if (!isGiven(achievement, 'id')) problems.push(missing(`${ACHIEVEMENT}.id`));
  else problems.push(...idProblems(achievement, `${ACHIEVEMENT}.id`));
  if (!hasType(achievement, 'Achievement')) problems.push(missing(`${ACHIEVEMENT}.type`));
  if (nameOf(member(achievement, 'name')) === undefined) problems.push(missing(`${ACHIEVEMENT}.name`));
  const description = member(achievement, 'description');
  if (typeof description !== 'string' && wording(description) === undefined) {
    problems.push(missing(`${ACHIEVEMENT}.description`));
  }
  if (!isGiven(achievement, 'criteria')) problems.push(missing(`${ACHIEVEMENT}.criteria`));
  else if (!isCriteria(single(member(achievement, 'criteria')))) problems.push(badValue(`${ACHIEVEMENT}.criteria`));
  return problems;
}

/** An object; the address alone, as 2.0 had it, means the same in JSON-LD. */
function isCriteria(value: unknown): boolean {
  return isObject(value) || text(value) !== undefined;
}

/** EndorsementCredential (B.1.9): it names what it endorses. */
export function endorsementProblems(credential: JsonObject): Check[] {
  const problems = envelopeProblems(credential);
  const subject = theSubject(credential, problems);
  if (subject === null) return problems;
  if (!hasType(subject, 'EndorsementSubject')) problems.push(missing(`${SUBJECT}.type`));
  if (!Object.hasOwn(subject, 'id')) problems.push(missing(`${SUBJECT}.id`));
  return problems;
}

/** ClrCredential (CLR 2.0): one learner, at least one credential inside. */
export function recordProblems(credential: JsonObject): Check[] {
  const problems = envelopeProblems(credential);
  const subject = theSubject(credential, problems);
  if (subject === null) return problems;
  if (!hasType(subject, 'ClrSubject')) problems.push(missing(`${SUBJECT}.type`));
  const inside = list(member(subject, 'verifiableCredential'));
  if (inside.length === 0) problems.push(missing(`${SUBJECT}.verifiableCredential`));
  else if (!inside.every((item) => isObject(item) || typeof item === 'string')) {
    problems.push(badValue(`${SUBJECT}.verifiableCredential`));
  }
  return problems;
}

/** What 1EdTech's three kinds have in common. 1.1 has its own word for the beginning, which the data model asks for itself. */
function envelopeProblems(credential: JsonObject): Check[] {
  const problems: Check[] = [];
  if (!Object.hasOwn(credential, 'id')) problems.push(missing('id'));
  if (dataModelOf(credential) === '2.0' && !isGiven(credential, 'validFrom')) problems.push(missing('validFrom'));
  if (lacksBadgeContext(credential)) problems.push(missing('@context'));
  return problems;
}

/** The subject; null where there is none that can be looked into. That there is none at all is told with the data model. */
function theSubject(credential: JsonObject, problems: Check[]): JsonObject | null {
  const value = member(credential, SUBJECT);
  const subject = single(value);
  if (list(value).length > 1) problems.push(badValue(SUBJECT));
  return isObject(subject) ? subject : null;
}
