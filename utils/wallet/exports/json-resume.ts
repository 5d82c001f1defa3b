import type { Entry } from './choose.ts';

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** The `certificates` of a JSON Resume (schema 1.0.0), to be put into one's own. `entries`: chosen for a résumé. */
export function toJsonResume(entries: readonly Entry[]): string {
  const certificates = entries.map(({ facts: { name, issuedOn, issuer, url } }) => ({
    name,
    ...(issuedOn !== undefined && { date: issuedOn.slice(0, 10) }),
    ...(issuer.name !== '' && { issuer: issuer.name }),
    ...(url !== undefined && { url }),
  }));
  return `${JSON.stringify({ $schema: SCHEMA, certificates }, null, 2)}\n`;
}
