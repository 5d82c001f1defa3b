import { gzipSync } from 'node:zlib';
import { days } from '../cast/dates.ts';

/** The shortest list that the standard allows, in entries. */
const ENTRIES = 131_072;

/** A Bitstring Status List Credential, not yet signed, in which these entries are set. */
export function statusList(id: string, issuer: string, purpose: string, set: readonly number[]) {
  const bits = new Uint8Array(ENTRIES / 8);
  for (const index of set) bits[index >> 3]! |= 128 >> (index & 7);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: days(-1),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  };
}
