import { MICROSOFT } from '../cast/catalogue.ts';
import { days } from '../cast/dates.ts';
import { hexId } from '../cast/ids.ts';
import { TAMSIN } from '../cast/people.ts';
import { htmlReply, jsonReply, redirectReply, type Site } from '../server/site.ts';

const USER = 'tamsinokaforlund-4417';

/** The shared transcript of the world. */
export const TRANSCRIPT_ID = hexId('transcript', 15);
export const TRANSCRIPT_ADDRESS = `https://learn.microsoft.com/en-us/users/${USER}/transcript/share/${TRANSCRIPT_ID}`;

/** A skill of the transcript, which has a record of its own. */
export const APPLIED_SKILL = {
  credentialId: hexId('applied skill', 16).toUpperCase(),
  title: 'Applied Skills: Turn noisy alerts into quiet ones',
  awardedOn: days(-120),
};

const transcript = {
  userName: USER,
  userDisplayName: null,
  contactEmail: TAMSIN.email,
  modulesCompleted: [
    {
      uid: 'learn.quiet-logs',
      title: 'Keep logs quiet',
      completedOn: days(-90),
      duration: 48,
      url: '/training/modules/quiet-logs/',
    },
  ],
  learningPathsCompleted: [],
  certificationData: {
    mcid: '9900417',
    legalName: TAMSIN.name.toUpperCase(),
    totalActiveCertifications: 1,
    activeCertifications: [
      {
        name: MICROSOFT.title,
        certificationNumber: 'Q0T1X2-990417',
        status: 'Active',
        dateEarned: days(-300),
        expiration: days(65),
      },
    ],
    historicalCertifications: [
      {
        name: 'Certified: Loud Systems (Legacy)',
        certificationNumber: 'L0D1X2-990417',
        status: 'Expired',
        dateEarned: days(-2000),
        expiration: days(-900),
      },
    ],
    passedExams: [{ examTitle: 'Quiet Systems', examNumber: 'QS-104', examDateTaken: days(-300) }],
    qualifications: [],
  },
  appliedSkillsData: { totalAppliedSkills: 1, appliedSkillsCredentials: [APPLIED_SKILL] },
};

/** Microsoft Learn: a credential by id, a shared transcript, and the pages that share links lead to. */
export const microsoft: Site = {
  hosts: ['learn.microsoft.com'],
  answer({ url, listKnobsOf }) {
    const path = url.pathname;
    const credential = /^\/api\/credentials\/([0-9a-f]{15,16})$/i.exec(path)?.[1];
    if (credential) {
      if (credential.toUpperCase() === APPLIED_SKILL.credentialId) {
        return jsonReply({ credentialId: APPLIED_SKILL.credentialId, title: APPLIED_SKILL.title, expiresOn: null });
      }
      if (credential.toUpperCase() !== MICROSOFT.id) return jsonReply({ errorCode: 'NotFound' }, { status: 404 });
      return jsonReply({
        credentialId: MICROSOFT.id,
        title: MICROSOFT.title,
        expiresOn: days(200).replace('Z', '0000+00:00'),
      });
    }
    const share = /^\/api\/credentials\/share\/([\w-]+)\/([\w-]+)\/([0-9A-F]{15,16})$/i.exec(path);
    if (share) {
      const [, locale = '', user = '', id = ''] = share;
      return redirectReply(
        `https://learn.microsoft.com/${locale}/users/${user.toLowerCase()}/credentials/${id.toLowerCase()}?ref=https%3A%2F%2Fwww.linkedin.com%2F`,
      );
    }
    const shared = path === `/api/profiles/transcript/share/${TRANSCRIPT_ID}` && !listKnobsOf(TRANSCRIPT_ID).gone;
    if (shared) return jsonReply(transcript);
    if (path.startsWith('/api/')) return jsonReply({ errorCode: 'NotFound' }, { status: 404 });
    return htmlReply('<!doctype html><html lang="en"><title>Microsoft Learn</title><main id="app"></main></html>');
  },
};
