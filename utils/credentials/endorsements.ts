/** Endorsements that hang on a badge: each is a credential of its own, and proves nothing before it was verified as one. */
import type { Check } from '../badge/report.ts';
import { verdictOf } from '../badge/verdict.ts';
import type { JsonObject } from '../json/members.ts';
import type { DocumentTools } from '../net/types.ts';
import { type EndorsementPart, endorsementsOf } from '../openbadges/v3/parts.ts';
import { readCredential } from '../openbadges/v3/read-credential.ts';
import { judgeAlone } from './judge-alone.ts';
import { securedPart } from './secured-part.ts';
import { signedBy } from './signed-by.ts';

/**
 * One check for each endorsement: `pass` if it verifies and is about what it hangs on, else `warn`. A bad endorsement does not make the badge bad
 * (Open Badges 3.0, "Verification", step on endorsements), and is never shown as confirmed.
 */
export async function judgeEndorsements(credential: JsonObject, tools: DocumentTools): Promise<Check[]> {
  const { items, unreadable, omitted } = endorsementsOf(credential);
  const checks = await Promise.all(items.map((part) => judgeEndorsement(part, tools)));
  const lost = unreadable + omitted > 0 ? [unproved()] : [];
  return [...checks, ...lost];
}

async function judgeEndorsement({ document, about }: EndorsementPart, tools: DocumentTools): Promise<Check> {
  const secured = securedPart(document);
  if (secured === null) return unproved();
  const { findings, proved } = await judgeAlone(secured, tools);
  const who = signedBy(findings.issuer);
  const reading = proved.credential === null ? null : readCredential(proved.credential);
  const fits = reading?.form === 'endorsement' && reading.about !== undefined && about.includes(reading.about);
  if (!fits || verdictOf(findings.checks) !== 'verified') return unproved(who);
  return { id: 'issuer', outcome: 'pass', code: 'endorsement-ok', ...(who !== undefined && { detail: who }) };
}

function unproved(who?: string): Check {
  return { id: 'issuer', outcome: 'warn', code: 'endorsement-unproved', ...(who !== undefined && { detail: who }) };
}
