import { parseWebAddress } from '../../badge/address.ts';

/** An identifier longer than this places nobody. */
const MAX_ID = 2_048;

/**
 * Who controls an issuer's identifier, for comparing with the hosts of known issuers: the host of an address or a `did:web`, and the DID itself where no
 * host stands behind it. Undefined for what is neither. The issuer's name says nothing here: it is only what the signer wrote.
 */
export function issuerPlace(id: string): string | undefined {
  if (id.length > MAX_ID) return undefined;
  const web = parseWebAddress(id);
  if (web) return web.hostname;
  const did = /^did:([a-z\d]+):([\w.:%-]+)$/.exec(id.trim());
  if (!did) return undefined;
  return did[1] === 'web' ? hostOfDidWeb(did[2] ?? '') : did[0];
}

/** `did:web:host`, `did:web:host%3A8443:path:more` (did:web method, "Read"): only the port's colon is encoded. */
function hostOfDidWeb(specific: string): string | undefined {
  const [encoded = ''] = specific.split(':');
  const place = encoded.replace(/%3A/i, ':');
  if (place === '' || place.includes('%')) return undefined;
  const url = parseWebAddress(`https://${place}/`);
  return url?.hostname;
}
