/** Issuers that sign: a school with a DID of its own, and a guild that still signs Open Badges 2.0 with RSA. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { days } from '../cast/dates.ts';
import { sha256 } from '../cast/ids.ts';
import { RURIK, TAMSIN } from '../cast/people.ts';
import { BAKED, SIGNED_FORGED, SIGNED_JWT, SIGNED_REVOKED, SIGNED_V2 } from '../cast/signed.ts';
import { bakedPng, medalPng } from '../server/picture.ts';
import { jsonReply, type Site, type WorldReply } from '../server/site.ts';
import { statusList } from '../signing/bitstring.ts';
import { createIssuer } from '../signing/issuer.ts';
import { openBadge3 } from '../signing/open-badge.ts';

const SCHOOL_HOST = 'kestrel.example';
const SCHOOL = createIssuer(`did:web:${SCHOOL_HOST}`);
const PROFILE = { id: SCHOOL.did, name: SIGNED_JWT.issuer, url: `https://${SCHOOL_HOST}/` };
const LIST = `https://${SCHOOL_HOST}/status/1`;
const REVOKED_ENTRY = 94_567;

const status = (index: number) => ({
  id: `${LIST}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(index),
  statusListCredential: LIST,
});

const badge = (title: string, entry: number, holder = TAMSIN) =>
  openBadge3({
    id: `https://${SCHOOL_HOST}/credentials/${entry}`,
    issuer: PROFILE,
    holder,
    title,
    status: status(entry),
    until: days(500),
  });

const GUILD_HOST = 'oxbow-guild.example';
const GUILD = `https://${GUILD_HOST}`;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

const V2 = 'https://w3id.org/openbadges/v2';

function guildAssertion(): string {
  const payload = {
    '@context': V2,
    type: 'Assertion',
    id: 'urn:uuid:0c0f6a52-7a9b-4c1e-9a7d-2f3d6f6b8e11',
    recipient: { type: 'email', hashed: true, salt: 'oak', identity: sha256(`${TAMSIN.email}oak`) },
    'extensions:recipientProfile': { type: ['Extension', 'extensions:RecipientProfile'], name: TAMSIN.name },
    badge: `${GUILD}/class.json`,
    verification: { type: 'SignedBadge', creator: `${GUILD}/key.json` },
    issuedOn: days(-60),
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ alg: 'RS256' })}.${part(payload)}`;
  return `${input}.${createSign('RSA-SHA256').update(input).sign(rsa.privateKey).toString('base64url')}`;
}

const text = (body: string, type: string): WorldReply => ({ headers: { 'content-type': type }, body });

async function school(path: string): Promise<WorldReply | null> {
  switch (path) {
    case '/.well-known/did.json':
      return jsonReply(await SCHOOL.didDocument());
    case '/status/1':
      return jsonReply(await SCHOOL.sign(statusList(LIST, SCHOOL.did, 'revocation', [REVOKED_ENTRY])));
    case `/${SIGNED_JWT.id}`:
      return text(await SCHOOL.signJwt(badge(SIGNED_JWT.title, 7)), 'application/vc+jwt');
    case `/${SIGNED_REVOKED.id}`:
      return text(await SCHOOL.signJwt(badge(SIGNED_REVOKED.title, REVOKED_ENTRY)), 'text/plain');
    case `/${SIGNED_FORGED.id}`: {
      // Rurik's badge, with Tamsin written over him.
      const genuine = JSON.stringify(await SCHOOL.sign(badge(SIGNED_FORGED.title, 9, RURIK)));
      return text(genuine.replaceAll(RURIK.name, TAMSIN.name), 'application/json');
    }
    case `/${BAKED.id}`: {
      const signed = await SCHOOL.sign(badge(BAKED.title, 11));
      return {
        headers: { 'content-type': 'image/png' },
        body: bakedPng(BAKED.title, 'openbadgecredential', JSON.stringify(signed)),
      };
    }
    default:
      return null;
  }
}

function guild(path: string): WorldReply | null {
  switch (path) {
    case `/${SIGNED_V2.id}`:
      return text(guildAssertion(), 'text/plain');
    case '/class.json':
      return jsonReply({
        '@context': V2,
        type: 'BadgeClass',
        id: `${GUILD}/class.json`,
        name: SIGNED_V2.title,
        description: 'Built a boat that floats.',
        image: `${GUILD}/medal.png`,
        criteria: { narrative: 'Three boats, three rivers.' },
        issuer: `${GUILD}/issuer.json`,
      });
    case '/issuer.json':
      return jsonReply({
        '@context': V2,
        type: 'Issuer',
        id: `${GUILD}/issuer.json`,
        name: SIGNED_V2.issuer,
        url: `${GUILD}/`,
        email: 'guild@post.example',
        publicKey: `${GUILD}/key.json`,
        revocationList: `${GUILD}/revoked.json`,
      });
    case '/key.json':
      return jsonReply({
        '@context': V2,
        type: 'CryptographicKey',
        id: `${GUILD}/key.json`,
        owner: `${GUILD}/issuer.json`,
        publicKeyPem: rsa.publicKey.export({ type: 'spki', format: 'pem' }),
      });
    case '/revoked.json':
      return jsonReply({
        '@context': V2,
        type: 'RevocationList',
        id: `${GUILD}/revoked.json`,
        issuer: `${GUILD}/issuer.json`,
        revokedAssertions: ['urn:uuid:11111111-2222-4333-8444-555555555555'],
      });
    default:
      return null;
  }
}

export const signedIssuers: Site = {
  hosts: [SCHOOL_HOST, GUILD_HOST],
  answer({ host, url }) {
    if (url.pathname.endsWith('medal.png')) return { headers: { 'content-type': 'image/png' }, body: medalPng(host) };
    return host === SCHOOL_HOST ? school(url.pathname) : guild(url.pathname);
  },
};
