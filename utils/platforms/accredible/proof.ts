import { linkAddress, parseWebAddress, pictureAddress } from '../../badge/address.ts';
import { withoutEmails } from '../../badge/emails.ts';
import { readInstant } from '../../badge/instant.ts';
import { textFromHtml } from '../../badge/markup.ts';
import type { Check, Examined } from '../../badge/report.ts';
import { CAPS } from '../../badge/text.ts';
import { isObject, type JsonObject, member, text } from '../../json/members.ts';
import { recogniseLink } from '../../links/index.ts';
import type { RecognisedLink } from '../../links/types.ts';
import { detailOf } from '../../net/fetch-document.ts';
import { nameOf, personName, skillsOf } from '../../openbadges/fields.ts';
import { judgeDates } from '../../openbadges/judge-dates.ts';
import { conclude, startFindings } from '../../openbadges/run.ts';
import { pass, readRecord, unknownShape } from '../record.ts';
import { strangeId } from '../settle.ts';
import type { PlatformProof } from '../types.ts';

const API = 'api.accredible.com';
/** UUID, the old short id, or a number. */
const ID = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[a-z\d]{8}|\d{1,12})$/i;
const PLATFORM = { id: 'accredible', vets: false };
/** Viewer's matters, tokens and contact data: not even for the expert view. */
const PRIVATE = new Set([
  'email',
  'private_key',
  'own_credential',
  'has_user',
  'bounced_email',
  'support_contact_email',
  'svg',
]);

/**
 * Accredible: its own record, not Open Badges. Issuers show credentials on their own domains, which nobody can tell by the name: there the record
 * must name the very host and id of the link. Who opens an issuer is not checked.
 */
export const accredibleProof: PlatformProof = {
  platform: PLATFORM.id,
  vets: PLATFORM.vets,

  async prove(link, tools) {
    if (!ID.test(link.id)) return strangeId(tools, PLATFORM);
    const findings = startFindings({ platform: PLATFORM });
    const done = (): Examined => conclude(findings, 'record', tools);
    const { record } = await readRecord(`https://${API}/v1/credential-net/credentials/${link.id}`, tools, findings);
    if (!record) return done();
    const data = member(record, 'data');
    const shape = isObject(data) ? shapeTrouble(data, link) : unknownShape('data');
    if (shape || !isObject(data)) {
      findings.checks.push(shape ?? unknownShape('data'));
      return done();
    }
    if (member(data, 'private') !== false) {
      // What is private is not shown, even where the platform still answers.
      const check = { id: 'origin', outcome: 'unknown', code: 'origin-not-public', detail: API } as const;
      return conclude({ ...startFindings({ platform: PLATFORM }), checks: [check] }, 'record', tools);
    }
    const dates = judgeDates(member(data, 'issued_on'), member(data, 'expired_on'), tools.now);
    findings.checks.push(
      pass('format', 'format-ok'),
      ...placeTrouble(data, link),
      statusOf(data),
      ...datesOf(data, dates),
    );
    const { name: issuerName, host } = issuerOf(data, link);
    const holder = isObject(member(data, 'recipient'))
      ? personName(member(member(data, 'recipient') as JsonObject, 'name'))
      : undefined;
    if (holder !== undefined) findings.holderName = holder;
    findings.issuer = { platform: PLATFORM, name: issuerName, ...(host !== undefined && { host }) };
    findings.badge = {
      name: nameOf(member(data, 'name')) ?? '',
      description: textFromHtml(member(data, 'description'), CAPS.description),
      image: imageOf(data),
      issuer: { name: issuerName, url: issuerSite(data) },
      ...(holder !== undefined && { recipientName: holder }),
      issuedOn: dates.issuedOn,
      expires: dates.expires,
      criteria: linkAddress(member(data, 'course_link')),
      skills: skillsOf(member(data, 'learning_outcomes'), undefined),
      standard: 'platform',
      id: text(member(data, 'uuid')),
      url: link.url,
      raw: withoutEmails(data, PRIVATE),
    };
    return done();
  },
};

/** Is this the record that was asked for, in the shape we know? */
function shapeTrouble(data: JsonObject, link: RecognisedLink): Check | null {
  const ids = [member(data, 'uuid'), member(data, 'encoded_id'), member(data, 'id')].map((id) =>
    String(id).toLowerCase(),
  );
  if (!ids.includes(link.id.toLowerCase())) return unknownShape('uuid');
  if (nameOf(member(data, 'name')) === undefined) return unknownShape('name');
  const issuer = member(data, 'issuer');
  if (!isObject(issuer) || nameOf(member(issuer, 'name')) === undefined) return unknownShape('issuer');
  if (typeof member(data, 'private') !== 'boolean') return unknownShape('private');
  return member(data, 'sample') === true ? { id: 'format', outcome: 'unknown', code: 'format-not-a-badge' } : null;
}

function isOwnHost(host: string): boolean {
  return /^(?:[\w-]+\.)*(?:credential\.net|accredible\.com)$/.test(host);
}

/** On Accredible's own hosts the answer itself is enough; on an issuer's domain the record must name this very place. */
function placeTrouble(data: JsonObject, link: RecognisedLink): Check[] {
  const asked = parseWebAddress(link.url)?.hostname ?? '';
  if (isOwnHost(asked)) return [];
  const place = parseWebAddress(member(data, 'url'));
  const same = place?.hostname === asked && place.pathname.toLowerCase().split('/').includes(link.id.toLowerCase());
  return same
    ? []
    : [{ id: 'origin', outcome: 'unknown', code: 'origin-id-differs', ...(place && { detail: place.hostname }) }];
}

/** `approve` and `complete` say whether the issuer has published it at all. */
function statusOf(data: JsonObject): Check {
  const revokedAt = member(data, 'revoked_at');
  if (revokedAt !== undefined && revokedAt !== null && revokedAt !== false) {
    return readInstant(revokedAt)
      ? { id: 'status', outcome: 'fail', code: 'status-revoked' }
      : { id: 'status', outcome: 'unknown', code: 'status-unreadable' };
  }
  if (member(data, 'approve') !== true || member(data, 'complete') !== true) {
    return { id: 'status', outcome: 'unknown', code: 'origin-not-public', detail: API };
  }
  return pass('status', 'status-ok');
}

/** The platform's own `expired` counts even where the date is missing. */
function datesOf(data: JsonObject, dates: { checks: Check[]; expires?: string }): Check[] {
  const expired = member(data, 'expired');
  if (expired === true) {
    return [{ id: 'dates', outcome: 'fail', code: 'dates-expired', ...(dates.expires && { detail: dates.expires }) }];
  }
  if (expired === undefined || expired === null || expired === false) return dates.checks;
  return [{ id: 'dates', outcome: 'unknown', code: 'dates-unreadable', ...detailOf(expired) }];
}

/** The issuer's site is only what the issuer wrote; the host that the platform shows the credential on is what it controls. */
function issuerOf(data: JsonObject, link: RecognisedLink): { name: string; host?: string } {
  const issuer = member(data, 'issuer');
  const name = (isObject(issuer) && nameOf(member(issuer, 'name'))) || '';
  const host = hostOf(data, link);
  return { name, ...(host !== undefined && { host }) };
}

/**
 * Where the record says that it is shown, if that place is Accredible's own, the link's, or a domain known to be served by Accredible. Undefined for
 * another domain: it may well be the issuer's, but nobody has looked, so it neither clears nor accuses.
 */
function hostOf(data: JsonObject, link: RecognisedLink): string | undefined {
  const place = parseWebAddress(member(data, 'url'));
  const ids = [text(member(data, 'uuid')), text(member(data, 'encoded_id')), link.id].map((id) => id?.toLowerCase());
  const parts = place?.pathname.toLowerCase().split('/') ?? [];
  if (place?.port !== '' || !parts.some((part) => part !== '' && ids.includes(part))) return API;
  const { hostname } = place;
  const known = isOwnHost(hostname) || hostname === parseWebAddress(link.url)?.hostname;
  return known || recogniseLink(place.href)?.platform === PLATFORM.id ? hostname : undefined;
}

function issuerSite(data: JsonObject): string | undefined {
  const issuer = member(data, 'issuer');
  return isObject(issuer) ? linkAddress(member(issuer, 'url')) : undefined;
}

function imageOf(data: JsonObject): string | undefined {
  const group = member(data, 'group');
  const designs = isObject(group) ? [member(group, 'badge_design'), member(group, 'certificate_design')] : [];
  const drawn = designs.filter(isObject).map((design) => pictureAddress(member(design, 'rasterized_content_url')));
  return drawn.find((address) => address !== undefined) ?? pictureAddress(member(data, 'opengraph_image'));
}
