import { parseWebAddress } from '../../badge/address.ts';
import type { Examined } from '../../badge/report.ts';
import { examineHosted } from '../../credentials/examine-hosted.ts';
import { settle, strangeId } from '../settle.ts';
import type { PlatformProof } from '../types.ts';

/** One operator's servers, each for its region. Ids are random and never the same on two of them. */
const HOSTS = ['api.badgr.io', 'api.eu.badgr.io', 'api.ca.badgr.io', 'api.au.badgr.io', 'badges.parchment.com'];
const ID = /^[\w-]{22}$/;

/**
 * Badgr, now Canvas Credentials and Parchment Digital Badges: Open Badges 2.0, hosted. Anyone can open an issuer there. A withdrawn badge is answered
 * with 200 and `revoked: true`. A badge imported from elsewhere names its first home as its id: that home is asked, and Badgr vouches for nothing.
 */
export const badgrProof: PlatformProof = {
  platform: 'badgr',
  vets: false,
  issuerHosts: HOSTS,

  async prove(link, tools) {
    const platform = { id: 'badgr', vets: false };
    const host = parseWebAddress(link.url)?.hostname ?? '';
    const server = HOSTS.includes(host) ? host : 'api.badgr.io';
    if (!ID.test(link.id)) return strangeId(tools, platform);
    const page = `https://${server}/public/assertions/${link.id}`;
    const result = await examineHosted(`${page}?expand=badge&expand=badge.issuer`, tools, {
      names: (named) => namesAssertion(named, link.id),
      family: HOSTS,
      platform,
      page,
      presented: tools.presented,
    });
    const examined = withPlainIssuer(await settle(result, tools, { platform }));
    const home = examined.badge?.id === undefined ? null : parseWebAddress(examined.badge.id);
    if (!home || HOSTS.includes(home.hostname)) return examined;
    const { platform: _, ...issuer } = examined.issuer;
    return { ...examined, issuer };
  },
};

/** The id that Badgr writes may carry `?v=2_0`; the query does not count. */
function namesAssertion(named: string, id: string): boolean {
  const url = parseWebAddress(named);
  return (
    url !== null &&
    url.port === '' &&
    HOSTS.includes(url.hostname) &&
    url.pathname.replace(/\.json$/, '') === `/public/assertions/${id}`
  );
}

/** Ids of issuers carry the version they were asked in; without it they are what people put on lists. */
function withPlainIssuer(examined: Examined): Examined {
  const url = examined.issuer.id === undefined ? null : parseWebAddress(examined.issuer.id);
  if (!url || !HOSTS.includes(url.hostname)) return examined;
  url.searchParams.delete('v');
  const id = url.href;
  const badge = examined.badge && { ...examined.badge, issuer: { ...examined.badge.issuer, id } };
  return { ...examined, badge, issuer: { ...examined.issuer, id } };
}
