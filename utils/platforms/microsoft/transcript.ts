import { parseWebAddress } from '../../badge/address.ts';
import { hideEmails } from '../../badge/emails.ts';
import { hasPassed, readInstant } from '../../badge/instant.ts';
import type { Badge, Check } from '../../badge/report.ts';
import { CAPS, cleanText } from '../../badge/text.ts';
import { isObject, type JsonObject, list, member, text } from '../../json/members.ts';
import { nameOf, personName, skillsOf } from '../../openbadges/fields.ts';
import { pass } from '../record.ts';

export interface Transcript {
  badge: Badge;
  holder?: string;
  /** Whether what is listed as active is so. */
  checks: Check[];
  /** ISO instant at which the first of the listed certifications ends. The transcript itself has no end. */
  staleAt?: string;
}

const MOST = 200;

/** What may be shown of a certification: neither its number nor anything about the person. */
export interface Certification {
  name: string;
  status?: string;
  dateEarned?: string;
  expiration?: string;
}

/**
 * Reads a shared transcript. Its answer also holds the legal name, the e-mail address and Microsoft's number of the person: only what is listed
 * here is taken over, so none of that can get further. When the answer does not look as it used to, the first strange member is told.
 */
export function readTranscript(record: JsonObject, url: string, now: Date): Transcript | { strange: string } {
  const userName = personName(member(record, 'userName'));
  if (userName === undefined) return { strange: 'userName' };
  const data = member(record, 'certificationData');
  if (!isObject(data)) return { strange: 'certificationData' };
  const listed = member(data, 'activeCertifications');
  const active = certificationsOf(listed);
  if (!Array.isArray(listed) || active.length < Math.min(listed.length, MOST))
    return { strange: 'activeCertifications' };
  const historical = certificationsOf(member(data, 'historicalCertifications'));
  const applied = member(record, 'appliedSkillsData');
  const credentials = isObject(applied) ? list(member(applied, 'appliedSkillsCredentials')).filter(isObject) : [];
  const counts = {
    activeCertifications: count(data, 'totalActiveCertifications', active.length),
    historicalCertifications: count(data, 'totalHistoricalCertifications', historical.length),
    examsPassed: count(data, 'totalExamsPassed', list(member(data, 'passedExams')).length),
    appliedSkills: isObject(applied) ? count(applied, 'totalAppliedSkills', credentials.length) : 0,
  };
  const skills = skillsOf(
    credentials.map((credential) => nameOf(member(credential, 'title'))),
    undefined,
  );
  const proves = listed.length > 0 || skills.length > 0;
  return {
    ...(proves ? judgeActive(listed.filter(isObject), now) : { checks: [nothingActive()] }),
    holder: userName,
    badge: {
      name: 'Microsoft Learn transcript',
      description: cleanText(active.map(line).join('\n'), CAPS.description, true),
      issuer: { id: 'https://learn.microsoft.com', name: 'Microsoft', url: 'https://learn.microsoft.com' },
      recipientName: userName,
      skills,
      standard: 'platform',
      id: parseWebAddress(url)?.href,
      url,
      raw: {
        userName,
        counts,
        activeCertifications: active,
        historicalCertifications: historical,
        appliedSkills: skills,
      },
    },
  };
}

/** One entry that is not plainly active and within its dates leaves the whole open: the list shows it among the good ones. */
function judgeActive(entries: readonly JsonObject[], now: Date): Pick<Transcript, 'checks' | 'staleAt'> {
  let staleAt: string | undefined;
  for (const entry of entries) {
    if (text(member(entry, 'status'))?.trim().toLowerCase() !== 'active') return { checks: [unreadable()] };
    const expiration = member(entry, 'expiration');
    // Fundamentals do not end, and have none.
    if (expiration === undefined || expiration === null) continue;
    const end = readInstant(expiration);
    if (end === null || hasPassed(end, now)) return { checks: [unreadable()] };
    if (staleAt === undefined || end.iso < staleAt) staleAt = end.iso;
  }
  return { checks: [pass('status', 'status-none-declared')], ...(staleAt !== undefined && { staleAt }) };
}

function unreadable(): Check {
  return { id: 'status', outcome: 'unknown', code: 'status-unreadable' };
}

function nothingActive(): Check {
  return { id: 'origin', outcome: 'unknown', code: 'origin-nothing-active' };
}

/** The entries of one of the lists, without those that have no name. */
export function certificationsOf(value: unknown): Certification[] {
  return list(value)
    .slice(0, MOST)
    .filter(isObject)
    .flatMap((entry) => {
      const name = nameOf(member(entry, 'name'));
      if (name === undefined) return [];
      const status = cleanText(member(entry, 'status'), 40);
      const earned = readInstant(member(entry, 'dateEarned'))?.iso;
      const ends = readInstant(member(entry, 'expiration'))?.iso;
      return {
        name: hideEmails(name),
        ...(status && { status: hideEmails(status) }),
        ...(earned && { dateEarned: earned }),
        ...(ends && { expiration: ends }),
      };
    });
}

/** Name and dates, in figures that need no language. */
function line({ name, dateEarned, expiration }: Certification): string {
  const from = dateEarned?.slice(0, 10) ?? '';
  const to = expiration?.slice(0, 10) ?? '';
  return from === '' && to === '' ? `• ${name}` : `• ${name} (${from} – ${to})`;
}

/** The platform's own total, where it is a sensible number: its lists may be cut. */
function count(object: JsonObject, name: string, atLeast: number): number {
  const total = member(object, name);
  return typeof total === 'number' && Number.isInteger(total) && total >= atLeast && total < 100_000 ? total : atLeast;
}
