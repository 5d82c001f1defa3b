import { days } from '../cast/dates.ts';
import { sha256 } from '../cast/ids.ts';
import { RURIK, TAMSIN } from '../cast/people.ts';
import { medalPng } from '../server/picture.ts';
import { jsonReply, type Site } from '../server/site.ts';

const V2 = 'https://w3id.org/openbadges/v2';

/** Hosted badges outside every platform, by their addresses. */
export const HOSTED = {
  honest: 'https://badges.heronsford.example/assertions/7.json',
  revoked: 'https://badges.heronsford.example/assertions/8.json',
  gone: 'https://badges.heronsford.example/assertions/9.json',
  old: 'https://old.millrace.example/badge-3.json',
  impostor: 'https://microsoft-learn.hostile.example/assertion.json',
} as const;

function badgeClass(base: string, name: string, issuer: string): object {
  return {
    '@context': V2,
    type: 'BadgeClass',
    id: `${base}/class.json`,
    name,
    description: `${name}, given by ${issuer}.`,
    image: `${base}/medal.png`,
    criteria: { narrative: 'See the issuer.' },
    issuer: `${base}/issuer.json`,
  };
}

/** An assertion with its class embedded, as small issuers write them. */
function hosted(base: string, address: string, [name, issuer]: readonly [string, string]): object {
  return {
    '@context': V2,
    type: 'Assertion',
    id: address,
    badge: badgeClass(base, name, issuer),
    verification: { type: 'HostedBadge' },
    issuedOn: days(-40),
    recipient: { type: 'email', identity: sha256(TAMSIN.email), hashed: true },
  };
}

const WARDEN = ['Heronsford River Warden', 'Heronsford Town Council'] as const;
const FALSE_EXPERT = ['Certified Cloud Solutions Expert', 'Microsoft'] as const;

function profile(base: string, name: string): object {
  return {
    '@context': V2,
    type: 'Issuer',
    id: `${base}/issuer.json`,
    name,
    url: `${base}/`,
    email: 'hello@post.example',
  };
}

const HERON = 'https://badges.heronsford.example';
const FALSE = 'https://microsoft-learn.hostile.example';
const MILL = 'https://old.millrace.example';

/** An honest hosted 2.0 issuer, one of the 1.1 days, and one that calls itself Microsoft. */
export const issuers: Site = {
  hosts: ['badges.heronsford.example', 'old.millrace.example', 'microsoft-learn.hostile.example'],
  answer({ host, url }) {
    const address = `https://${host}${url.pathname}`;
    if (url.pathname.endsWith('.png')) return { headers: { 'content-type': 'image/png' }, body: medalPng(host) };
    switch (address) {
      case HOSTED.honest:
        return jsonReply(hosted(HERON, address, WARDEN));
      case HOSTED.revoked:
        return jsonReply({
          '@context': V2,
          type: 'Assertion',
          id: address,
          revoked: true,
          revocationReason: 'Given twice',
        });
      case HOSTED.gone:
        return jsonReply({ revoked: true }, { status: 410 });
      case `${HERON}/class.json`:
        return jsonReply(badgeClass(HERON, ...WARDEN));
      case `${HERON}/issuer.json`:
        return jsonReply(profile(HERON, WARDEN[1]));
      case HOSTED.impostor:
        return jsonReply(hosted(FALSE, address, FALSE_EXPERT));
      case `${FALSE}/class.json`:
        return jsonReply(badgeClass(FALSE, ...FALSE_EXPERT));
      case `${FALSE}/issuer.json`:
        return jsonReply(profile(FALSE, FALSE_EXPERT[1]));
      case HOSTED.old:
        return jsonReply({
          uid: 'mill-3',
          recipient: { type: 'email', identity: sha256(`${RURIK.email}wheel`), hashed: true, salt: 'wheel' },
          badge: `${MILL}/class.json`,
          verify: { type: 'hosted', url: address },
          issuedOn: days(-3000).slice(0, 10),
        });
      case `${MILL}/class.json`:
        return jsonReply({
          name: 'Miller of the Old Race',
          description: 'Ground flour by water.',
          image: `${MILL}/medal.png`,
          criteria: `${MILL}/criteria.html`,
          issuer: `${MILL}/issuer.json`,
        });
      case `${MILL}/issuer.json`:
        return jsonReply({ name: 'Mill Race Museum', url: `${MILL}/` });
      default:
        return null;
    }
  },
};
