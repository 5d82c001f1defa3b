import { withoutEmails } from '../../badge/emails.ts';
import type { Check, Examined } from '../../badge/report.ts';
import { type JsonObject, member, text } from '../../json/members.ts';
import type { RecognisedLink } from '../../links/types.ts';
import { statusCheck } from '../../net/fetch-document.ts';
import { nameOf } from '../../openbadges/fields.ts';
import { judgeDates } from '../../openbadges/judge-dates.ts';
import { conclude, startFindings } from '../../openbadges/run.ts';
import { pass, readRecord, unknownShape } from '../record.ts';
import { answerWith, strangeId } from '../settle.ts';
import type { PlatformProof, ProofTools } from '../types.ts';
import { readTranscript } from './transcript.ts';

const ORIGIN = 'https://learn.microsoft.com';
const PLATFORM = { id: 'microsoft', vets: true };
const ISSUER = { id: ORIGIN, name: 'Microsoft', host: 'learn.microsoft.com', platform: PLATFORM };

/**
 * Microsoft Learn: its own undocumented records, of Microsoft's own certifications. The user name in a link is anybody's writing and is not read:
 * only the transcript's answer names its holder, by a user name.
 */
export const microsoftProof: PlatformProof = {
  platform: PLATFORM.id,
  vets: PLATFORM.vets,

  async prove(link, tools) {
    if (link.kind === 'transcript') return transcript(link, tools);
    if (link.kind === 'badge') return credential(link, tools);
    // Module badges and trophies: something was read to its end. No certification.
    return answerWith({ id: 'origin', outcome: 'unknown', code: 'origin-achievement' }, tools, { platform: PLATFORM });
  },
};

async function credential(link: RecognisedLink, tools: ProofTools): Promise<Examined> {
  if (!/^[\da-f]{15,16}$/i.test(link.id)) return strangeId(tools, PLATFORM);
  const findings = startFindings({ platform: PLATFORM });
  const { record } = await readRecord(`${ORIGIN}/api/credentials/${link.id}`, tools, findings, closed);
  if (!record) return conclude(findings, 'record', tools);
  const strange = strangeMember(record, link.id);
  if (strange !== null) {
    findings.checks.push(unknownShape(strange));
    return conclude(findings, 'record', tools);
  }
  const dates = judgeDates(undefined, member(record, 'expiresOn'), tools.now);
  findings.checks.push(pass('format', 'format-ok'), ...stateOf(record, dates.checks));
  findings.issuer = ISSUER;
  const title = nameOf(member(record, 'title')) ?? '';
  findings.badge = {
    name: title,
    issuer: { id: ISSUER.id, name: ISSUER.name, url: ORIGIN },
    ...(dates.expires && { expires: dates.expires }),
    skills: [],
    standard: 'platform',
    id: link.id,
    url: link.url,
    // Nothing but what is understood: the record may hold personal data that no one has described.
    raw: withoutEmails({ title, expiresOn: member(record, 'expiresOn') ?? null }),
  };
  return conclude(findings, 'record', tools);
}

/** Words that may stand as `status`. Nobody has described them; any other word, or any other member about the state, is not understood. */
const STATES = ['active', 'revoked', 'expired'];
const ABOUT_STATE = /status|revo[kc]|suspend|error|^(?:code|message)$/i;
const IDS = /^(?:credential)?id$|^uid$/i;

/**
 * What keeps this from being the record that was asked for, or null. A title alone proves nothing, for pages and errors have one too: an end (null
 * counts) or the credential's id must be there, and whatever id is there must be this one.
 */
function strangeMember(record: JsonObject, id: string): string | null {
  if (nameOf(member(record, 'title')) === undefined || typeof member(record, 'title') !== 'string') return 'title';
  const ends = member(record, 'expiresOn');
  if (ends !== undefined && ends !== null && typeof ends !== 'string') return 'expiresOn';
  let named = ends !== undefined;
  for (const [name, value] of Object.entries(record)) {
    if (name === 'status' ? !STATES.includes(stateWord(value)) : ABOUT_STATE.test(name)) return name;
    if (!IDS.test(name) || value === null) continue;
    if (bare(text(value) ?? '') !== bare(id)) return name;
    named = true;
  }
  return named ? null : 'credentialId';
}

function stateWord(value: unknown): string {
  return (text(value) ?? '').trim().toLowerCase();
}

/** Status and dates. "Expired" beside an end that lies ahead contradicts itself, and decides nothing. */
function stateOf(record: JsonObject, dates: Check[]): Check[] {
  const state = stateWord(member(record, 'status'));
  if (state === '') return [pass('status', 'status-none-declared'), ...dates];
  if (state === 'revoked') return [{ id: 'status', outcome: 'fail', code: 'status-revoked' }, ...dates];
  if (state !== 'expired') return [pass('status', 'status-ok'), ...dates];
  if (dates.some(({ code }) => code === 'dates-none')) {
    return [pass('status', 'status-ok'), { id: 'dates', outcome: 'fail', code: 'dates-expired' }];
  }
  if (dates.some(({ code }) => code === 'dates-expired')) return [pass('status', 'status-ok'), ...dates];
  return [{ id: 'status', outcome: 'unknown', code: 'status-unreadable' }, ...dates];
}

/** Ids lose a leading zero here and there. */
function bare(id: string): string {
  return id.toLowerCase().replace(/^0+/, '');
}

/** Whether these records are still public is not known: their absence says nothing about the credential. */
function closed(status: number, host: string): Check {
  if (status !== 401 && status !== 403 && status !== 404) return statusCheck(status, host);
  return { id: 'origin', outcome: 'unknown', code: 'origin-platform-closed', detail: host };
}

async function transcript(link: RecognisedLink, tools: ProofTools): Promise<Examined> {
  if (!/^[a-z\d]{15}$/i.test(link.id)) return strangeId(tools, PLATFORM);
  const findings = startFindings({ platform: PLATFORM });
  const address = `${ORIGIN}/api/profiles/transcript/share/${link.id}?locale=en-us`;
  const { record } = await readRecord(address, tools, findings);
  if (!record) return conclude(findings, 'record', tools);
  const read = readTranscript(record, link.url, tools.now);
  if ('strange' in read) {
    findings.checks.push(unknownShape(read.strange));
    return conclude(findings, 'record', tools);
  }
  findings.checks.push(pass('format', 'format-ok'), ...read.checks, pass('dates', 'dates-none'));
  if (read.staleAt !== undefined) findings.staleAt = read.staleAt;
  findings.issuer = ISSUER;
  findings.badge = read.badge;
  if (read.holder !== undefined) {
    findings.holderName = read.holder;
    findings.holderIsHandle = true;
  }
  return conclude(findings, 'record', tools);
}
