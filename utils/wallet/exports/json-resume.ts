import { publicAddress } from '../../share/public-address.ts';
import type { BadgeRow } from '../types.ts';

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** The `certificates` of a JSON Resume (schema 1.0.0), to be put into one's own. What its owner has not accepted is no certificate yet. */
export function toJsonResume(rows: readonly BadgeRow[]): string {
  const certificates = rows
    .filter(({ acceptance }) => acceptance === 'claimed')
    .map(({ facts }) => {
      const url = publicAddress(facts);
      return {
        name: facts.name,
        ...(facts.issuedOn !== undefined && { date: facts.issuedOn.slice(0, 10) }),
        ...(facts.issuer.name !== '' && { issuer: facts.issuer.name }),
        ...(url !== undefined && { url }),
      };
    });
  return `${JSON.stringify({ $schema: SCHEMA, certificates }, null, 2)}\n`;
}
