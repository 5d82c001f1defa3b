import { parseWebAddress } from '../../badge/address.ts';
import type { Examined } from '../../badge/report.ts';
import { isUuid } from '../../badge/uuid.ts';
import { isGenuine } from '../../badge/verdict.ts';
import { examineHosted } from '../../credentials/examine-hosted.ts';
import { failureCheck, statusCheck } from '../../net/fetch-document.ts';
import type { HostedRules } from '../../openbadges/hosted-rules.ts';
import { settle, strangeId } from '../settle.ts';
import type { PlatformProof, ProofTools } from '../types.ts';
import { holderOnPage } from './page-holder.ts';

/** Credly answers for the same records on both, and assertions asked at the one may name the other (docs/platforms.md). */
const HOSTS = ['www.credly.com', 'api.credly.com'];
const PLATFORM = { id: 'credly', vets: true };

/**
 * Credly: Open Badges 2.0, hosted. Credly checks who may issue. The holder stands in the assertion as a hash only; the public page names them.
 */
export const credlyProof: PlatformProof = {
  platform: PLATFORM.id,
  vets: PLATFORM.vets,
  issuerHosts: HOSTS,

  async prove(link, tools) {
    const id = link.id.toLowerCase();
    const record = /^v3\/open_badge_credentials\/(.+)$/.exec(id)?.[1];
    if (record !== undefined) return isUuid(record) ? proveRecord(record, tools) : strangeId(tools, PLATFORM);
    if (!isUuid(id)) return strangeId(tools, PLATFORM);
    const page = `https://www.credly.com/badges/${id}`;
    const rules: HostedRules = {
      names: (named) => namesAssertion(named, id),
      family: HOSTS,
      familyOnly: true,
      finalHosts: HOSTS,
      platform: PLATFORM,
      page,
      presented: tools.presented,
    };
    const address = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${id}`;
    const examined = await settle(await examineHosted(address, tools, rules), tools, { platform: PLATFORM });
    if (examined.holderName !== undefined || !isGenuine(examined.verdict)) return examined;
    return withHolder(examined, page, tools);
  },
};

/** The signed 3.0 record. The signature decides; that Credly answers it says no more than where it was found. */
async function proveRecord(uuid: string, tools: ProofTools): Promise<Examined> {
  const address = `https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${uuid}`;
  const result = await examineHosted(address, tools, {
    platform: PLATFORM,
    familyOnly: true,
    family: HOSTS,
    finalHosts: HOSTS,
  });
  return settle(result, tools, { platform: PLATFORM });
}

/** The id may say www or api; what counts is the trailing `/badge_assertions/<uuid>`. */
function namesAssertion(named: string, id: string): boolean {
  const url = parseWebAddress(named);
  return (
    url !== null &&
    url.port === '' &&
    HOSTS.includes(url.hostname) &&
    url.pathname.toLowerCase().endsWith(`/badge_assertions/${id}`)
  );
}

/** Adds the name from the public page. Whatever becomes of that page, the verdict stands; that it could not be read is told, so that it is tried again soon. */
async function withHolder(examined: Examined, page: string, tools: ProofTools): Promise<Examined> {
  const answer = await tools.reader.read(page, { accept: 'text/html', finalHosts: ['www.credly.com'] });
  const asked = [...tools.reader.asked];
  if (!answer.ok || answer.status !== 200) {
    const trouble = answer.ok ? statusCheck(answer.status, new URL(answer.url).hostname) : failureCheck(answer);
    const retryAt = answer.ok || answer.reason !== 'rate-limited' ? undefined : answer.retryAt;
    const checks = [...examined.checks, { ...trouble, id: 'recipient' } as const];
    return { ...examined, asked, checks, ...(retryAt !== undefined && { retryAt }) };
  }
  const html = new TextDecoder('utf-8').decode(answer.bytes);
  const name = holderOnPage(html, examined.badge?.name, examined.badge?.issuer.name);
  if (name === undefined) return { ...examined, asked };
  return {
    ...examined,
    asked,
    holderName: name,
    ...(examined.badge && { badge: { ...examined.badge, recipientName: name } }),
    checks: [
      ...examined.checks,
      { id: 'recipient', outcome: 'warn', code: 'recipient-from-page', detail: 'www.credly.com' },
    ],
  };
}
