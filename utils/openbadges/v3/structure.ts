/** The first check of Open Badges 3.0, "Verification": does the credential conform? */
import { distinctChecks } from '../../badge/distinct-checks.ts';
import type { Check } from '../../badge/report.ts';
import type { JsonObject } from '../../json/members.ts';
import { type CredentialForm, credentialForm } from '../detect.ts';
import { isWeak, weakHash } from '../fields.ts';
import { missing } from '../reading.ts';
import { dataModelProblems, presentationProblems } from './data-model.ts';
import { holderNameOf, recipientsOf } from './holder.ts';
import { badgeProblems, endorsementProblems, recordProblems } from './required.ts';

/** More are not told: whoever wrote the credential has enough to begin with. */
const MAX_PROBLEMS = 20;

const OWN_RULES: Readonly<Record<CredentialForm, (credential: JsonObject) => Check[]>> = {
  ob3: badgeProblems,
  clr2: recordProblems,
  endorsement: endorsementProblems,
  vc: () => [],
  presentation: () => [],
  // Taken out of its envelope before anybody comes here.
  enveloped: () => [missing('credentialSubject')],
};

/**
 * What is wrong with the form of a credential or presentation: `format` failures, each with the path of a member, and what is only told (`warn`).
 * Empty: nothing. Signatures are not looked at.
 */
export function judgeStructure(credential: JsonObject): Check[] {
  const form = credentialForm(credential);
  const problems =
    form === 'presentation'
      ? presentationProblems(credential)
      : [...dataModelProblems(credential), ...OWN_RULES[form](credential)];
  return [...distinctChecks(problems).slice(0, MAX_PROBLEMS), ...recipientProblems(credential, form)];
}

/**
 * "If neither `id` nor `identifier` is present, the credential does not conform" (Open Badges 3.0, AchievementSubject). Common all the same, so it
 * is no failure (DESIGN section 6, policy 4); and who is at least named in words is not missing.
 */
function recipientProblems(credential: JsonObject, form: CredentialForm): Check[] {
  if (form !== 'ob3' && form !== 'clr2') return [];
  const recipients = recipientsOf(credential);
  if (recipients.some(isWeak)) return [weakHash()];
  if (recipients.length > 0) return [];
  return holderNameOf(credential) === undefined
    ? [{ id: 'recipient', outcome: 'warn', code: 'recipient-missing' }]
    : [{ id: 'schema', outcome: 'warn', code: 'schema-findings', detail: 'credentialSubject.id' }];
}
