/** Finding the parts of a credential that the rest of this folder reads. */
import { isObject, type JsonObject, list, member, single } from '../../json/members.ts';

/** More than this many subjects of one credential are not looked at. */
const MAX_SUBJECTS = 20;

export function subjectsOf(credential: JsonObject): JsonObject[] {
  return list(member(credential, 'credentialSubject')).slice(0, MAX_SUBJECTS).filter(isObject);
}

/** The subject, where there is exactly one. */
export function subjectOf(credential: JsonObject): JsonObject | null {
  const subject = single(member(credential, 'credentialSubject'));
  return isObject(subject) ? subject : null;
}

/** The achievement that the one subject is credited with. */
export function achievementOf(credential: JsonObject): JsonObject | null {
  const subject = subjectOf(credential);
  const achievement = subject && single(member(subject, 'achievement'));
  return isObject(achievement) ? achievement : null;
}
