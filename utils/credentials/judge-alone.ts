/** One signed credential by itself: form, proof, dates, status, and what it says. What hangs on it or stands in it is for others to judge. */
import { linkAddress } from '../badge/address.ts';
import type { Check, Examined } from '../badge/report.ts';
import type { DocumentTools } from '../net/types.ts';
import { type Findings, startFindings } from '../openbadges/run.ts';
import { judgeSchema } from '../openbadges/schema/judge-schema.ts';
import { judgeCredentialDates } from '../openbadges/v3/dates.ts';
import { issuerPlace } from '../openbadges/v3/issuer-place.ts';
import { readCredential } from '../openbadges/v3/read-credential.ts';
import { judgeStructure } from '../openbadges/v3/structure.ts';
import { proveCredential, type SecuredCredential } from '../proofs/prove.ts';
import { judgeStatus } from '../proofs/status/judge-status.ts';
import type { ProvedCredential } from '../proofs/types.ts';

export interface JudgedCredential {
  findings: Findings;
  proved: ProvedCredential;
}

/**
 * Judges one credential in the order of Open Badges 3.0, "Verification". `address`: where it was found, if it was found at one. Never throws for bad
 * input; only what was signed is read out of it.
 */
export async function judgeAlone(
  secured: SecuredCredential,
  tools: DocumentTools,
  address?: string,
): Promise<JudgedCredential> {
  const findings = startFindings();
  const proved = await proveCredential(secured, tools);
  findings.evidence = { signatures: proved.facts, statuses: [] };
  if (proved.retryAt !== undefined) findings.retryAt = proved.retryAt;
  const { credential } = proved;
  if (credential === null) {
    findings.checks.push(...proved.checks);
    return { findings, proved };
  }
  const structure = judgeStructure(credential);
  if (!structure.some(({ id, outcome }) => id === 'format' && outcome === 'fail')) {
    findings.checks.push({ id: 'format', outcome: 'pass', code: 'format-ok' });
  }
  const dates = judgeCredentialDates(credential, proved, tools.now);
  findings.checks.push(...structure, ...proved.checks, ...dates.checks);
  // A list that only a forger names is not asked: its address is nobody's word.
  if (proved.proved) await addStatus(findings, proved, tools);
  findings.checks.push(...judgeSchema(credential).filter((check) => !isTold(check, structure)));

  const { badge, recipients } = readCredential(credential);
  findings.recipients = recipients;
  if (badge.recipientName !== undefined) findings.holderName = badge.recipientName;
  findings.issuer = issuerOf(proved.issuer, badge.issuer.name);
  const url = linkAddress(address) ?? badge.url;
  findings.badge = {
    ...badge,
    ...(dates.issuedOn !== undefined && { issuedOn: dates.issuedOn }),
    ...(dates.expires !== undefined && { expires: dates.expires }),
    ...(url !== undefined && { url }),
    raw: 'jwt' in secured ? { jwt: secured.jwt, credential } : credential,
  };
  return { findings, proved };
}

/** The same finding of the form and of the schema is one. */
function isTold({ code, detail }: Check, told: readonly Check[]): boolean {
  return told.some((other) => other.code === code && other.detail === detail);
}

async function addStatus(findings: Findings, proved: ProvedCredential, tools: DocumentTools): Promise<void> {
  if (proved.credential === null) return;
  const prove = (list: SecuredCredential) => proveCredential(list, tools);
  const status = await judgeStatus(proved.credential, proved.issuer ?? '', prove, tools);
  findings.checks.push(...status.checks);
  if (findings.evidence) findings.evidence.statuses = status.facts;
  if (status.retryAt !== undefined) findings.retryAt = status.retryAt;
}

/** The proof covers the issuer's identifier; its name is only what the signer wrote, and is compared with the place that it speaks from. */
function issuerOf(id: string | undefined, name: string): Examined['issuer'] {
  const host = id === undefined ? undefined : issuerPlace(id);
  return { ...(id !== undefined && { id }), ...(name !== '' && { name }), ...(host !== undefined && { host }) };
}
