import { uuid } from '../cast/ids.ts';
import { SIGNED_CREDLY } from '../cast/signed.ts';
import { jsonReply, type WorldReply } from '../server/site.ts';
import { createIssuer } from '../signing/issuer.ts';
import { openBadge3 } from '../signing/open-badge.ts';

const V3 = 'https://www.credly.com/api/v1/obi/v3';
const ISSUER = uuid('signing issuer');
const SIGNER = createIssuer(`did:web:www.credly.com:api:v1:obi:v3:issuers:${ISSUER}`);
const OWN = `${V3}/issuers/${ISSUER}`;

/** Credly's Open Badges 3.0 side: the record, signed under a DID of its own, the DID's document and the list of what was revoked. */
export async function credlySigned(path: string): Promise<WorldReply | null> {
  const address = `https://www.credly.com${path}`;
  if (address === SIGNED_CREDLY.address) {
    const credential = openBadge3({
      id: address,
      issuer: { id: SIGNER.did, name: SIGNED_CREDLY.issuer, url: 'https://www.credly.com/org/northlight/' },
      holder: SIGNED_CREDLY.holder,
      title: SIGNED_CREDLY.title,
      status: { id: `${OWN}/revocation_list`, type: '1EdTechRevocationList' },
    });
    return jsonReply(await SIGNER.sign(credential));
  }
  if (address === `${OWN}/did.json`) return jsonReply(await SIGNER.didDocument());
  if (address === `${OWN}/revocation_list`) {
    return jsonReply({
      id: address,
      issuer: SIGNER.did,
      revokedCredential: [{ id: `${V3}/open_badge_credentials/${uuid('another')}` }],
    });
  }
  return null;
}
