import { isObject, list, member, text } from '../../json/members.ts';
import { recogniseLink } from '../../links/index.ts';
import { certificationsOf, readTranscript } from '../../platforms/microsoft/transcript.ts';
import type { Candidate } from '../types.ts';
import { askList } from './ask-list.ts';
import { listAddressOf } from './list-address.ts';
import { listedCandidate } from './listed.ts';
import type { ListReading, ListTools } from './types.ts';

const ORIGIN = 'https://learn.microsoft.com';
const ISSUER = 'Microsoft';
const CREDENTIAL = /^[\da-f]{15,16}$/i;
const USER = /^[\w.~-]{1,100}$/;
const MOST = 200;

/**
 * Reads a shared transcript of Microsoft Learn. What the engine can verify is
 * - the transcript itself, which vouches for every certification it lists as active: one badge; and
 * - each applied skill, which has a number of its own and with it a public address.
 * A certification has no public address (its number opens nothing), so it is listed with its facts and without a source: the transcript is its proof.
 *
 * The answer also holds the legal name, the e-mail address and Microsoft's number of the person. Only the members named here are read.
 */
export async function* readMicrosoftTranscript(address: string, tools: ListTools): ListReading {
  const shared = listAddressOf(address);
  const link = shared?.kind === 'microsoft-transcript' ? recogniseLink(shared.address) : null;
  if (!link) return { trouble: 'not-understood' };
  const answer = await askList(`${ORIGIN}/api/profiles/transcript/share/${link.id}?locale=en-us`, tools);
  if (!answer.ok) return answer.end;
  const transcript = readTranscript(answer.value, link.url, tools.now);
  if ('strange' in transcript) return { trouble: 'not-understood' };

  const data = member(answer.value, 'certificationData');
  const applied = member(answer.value, 'appliedSkillsData');
  const skills = isObject(applied) ? list(member(applied, 'appliedSkillsCredentials')) : [];
  const certifications = isObject(data)
    ? [member(data, 'activeCertifications'), member(data, 'historicalCertifications')].flatMap(certificationsOf)
    : [];
  const candidates: Candidate[] = [
    listedCandidate({ name: transcript.badge.name, issuer: ISSUER }, { url: link.url }, 1),
    ...skills.slice(0, MOST).map((skill, index) => appliedSkill(skill, transcript.holder, index + 2)),
    ...certifications.map(({ name, dateEarned, expiration }, index) =>
      listedCandidate(
        { name, issuer: ISSUER, issuedOn: dateEarned, expires: expiration },
        null,
        index + 2 + skills.length,
      ),
    ),
  ];
  yield { candidates, page: 1, of: 1 };
  return skills.length > MOST ? { trouble: 'too-many' } : {};
}

/** The share link is what people open; the record's own address serves where the user name fits into none. */
function appliedSkill(value: unknown, user: string | undefined, place: number): Candidate {
  const skill = isObject(value) ? value : {};
  const id = text(member(skill, 'credentialId')) ?? '';
  const path = user !== undefined && USER.test(user) ? `share/en-us/${user}/${id}` : id;
  const link = CREDENTIAL.test(id) ? recogniseLink(`${ORIGIN}/api/credentials/${path}`) : null;
  return listedCandidate(
    { name: member(skill, 'title'), issuer: ISSUER, issuedOn: member(skill, 'awardedOn') },
    link && { url: link.url },
    place,
  );
}
