/** What a stranger's file says about one badge, made into what a badge may be. Nothing in it was verified here, and nothing in it claims to be. */
import { linkAddress, pictureAddress } from '../../badge/address.ts';
import { readInstant } from '../../badge/instant.ts';
import { conceal } from '../../badge/recipient.ts';
import type { Badge, Examined, RecipientIdentity, Standard } from '../../badge/report.ts';
import type { BadgeFacts } from '../types.ts';
import { arrayOf, type Members, maybeWords, membersOf, present, readList, readOne, readWords } from './members.ts';

const MAX_NAME = 1_000;
const MAX_TEXT = 50_000;
const MAX_ID = 2_100;
const MAX_SKILLS = 200;
const MAX_RECIPIENTS = 20;
const MAX_EVIDENCE = 100;
const STANDARDS: readonly Standard[] = ['OB0.5', 'OB1', 'OB2', 'OB3', 'CLR2', 'VC', 'platform'];
const PLATFORM = /^[a-z\d-]{1,40}$/;

/** null where it names no badge. */
export function readFacts(value: unknown): BadgeFacts | null {
  const of = membersOf(value);
  if (!of) return null;
  const { name, issuer, skills, standard, recipientName, issuedOn, expires, id, url } = commonOf(of);
  if (name.trim() === '') return null;
  const platform = membersOf(of('platform'));
  const folder = readWords(platform?.('id'), 40);
  const badge = readWords(platform?.('badge'), 500);
  const image = linkAddress(of('image'));
  return present({
    name,
    issuer,
    skills,
    standard,
    recipientName,
    issuedOn,
    expires,
    id,
    url,
    image,
    platform: PLATFORM.test(folder) && badge !== '' ? { id: folder, badge } : undefined,
  });
}

/**
 * What was found out, without every finding: a file proves nothing. Who the issuer is goes too, so that no list of trusted issuers vouches for what
 * only a file says. Facts and recipients stay: they are shown as what they are, and looked at anew. `checkedAt`: ISO instant of now.
 */
export function readExamined(value: unknown, checkedAt: string): Examined {
  const of = membersOf(value);
  const recipients = arrayOf(of?.('recipients')).slice(0, MAX_RECIPIENTS).flatMap(readRecipient);
  return present({
    verdict: 'undecided' as const,
    proof: 'none' as const,
    checks: [],
    badge: readBadge(of?.('badge')),
    recipients,
    holderName: maybeWords(of?.('holderName'), MAX_NAME),
    holderIsHandle: of?.('holderIsHandle') === true ? true : undefined,
    issuer: {},
    checkedAt,
    asked: [],
  });
}

function readBadge(value: unknown): Badge | null {
  const of = membersOf(value);
  if (!of) return null;
  const common = commonOf(of);
  if (common.name.trim() === '') return null;
  const evidence = arrayOf(of('evidence')).slice(0, MAX_EVIDENCE);
  const links = evidence.flatMap((each) => linkAddress(each) ?? []);
  return present({
    ...common,
    description: maybeWords(of('description'), MAX_TEXT),
    image: pictureAddress(of('image')),
    criteria: maybeWords(of('criteria'), MAX_TEXT),
    evidence: links.length > 0 ? links : undefined,
    raw: null,
  });
}

function commonOf(of: Members) {
  const issuer = membersOf(of('issuer'));
  return {
    name: readWords(of('name'), MAX_NAME),
    issuer: present({
      name: readWords(issuer?.('name'), MAX_NAME),
      id: maybeWords(issuer?.('id'), MAX_ID),
      url: linkAddress(issuer?.('url')),
    }),
    skills: readList(of('skills'), MAX_SKILLS, MAX_NAME),
    standard: readOne(of('standard'), STANDARDS, 'platform'),
    recipientName: maybeWords(of('recipientName'), MAX_NAME),
    issuedOn: readDate(of('issuedOn')),
    expires: readDate(of('expires')),
    id: maybeWords(of('id'), MAX_ID),
    url: linkAddress(of('url')),
  };
}

/** As it was written, where it is one: lists write `2024` and `2024-05` too. */
function readDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return readInstant(value) || /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(value) ? value : undefined;
}

function readRecipient(value: unknown): RecipientIdentity[] {
  const of = membersOf(value);
  const identity = readWords(of?.('identity'), 500);
  if (!of || identity === '') return [];
  const type = readWords(of('type'), 100);
  const recipient = { type, identity, hashed: of('hashed') === true, salt: maybeWords(of('salt'), 500) };
  return [conceal(present(recipient))];
}
