/** Endorsements that hang on a 3.0 badge: each is a credential of its own, and proves nothing before it was verified as one. */
import type { Check } from '../badge/report.ts';
import { verdictOf } from '../badge/verdict.ts';
import type { JsonObject } from '../json/members.ts';
import type { DocumentTools } from '../net/types.ts';
import { type EndorsementPart, endorsementsOf } from '../openbadges/v3/parts.ts';
import { readCredential } from '../openbadges/v3/read-credential.ts';
import { endorsementCheck, judgeEach } from './endorsement-check.ts';
import { judgeAlone } from './judge-alone.ts';
import { securedPart } from './secured-part.ts';

/**
 * One check for each endorsement: `pass` if it verifies and is about what it hangs on, else `warn`. A bad endorsement does not make the badge bad
 * (Open Badges 3.0, "Verification", step on endorsements), and is never shown as confirmed.
 */
export function judgeEndorsements(credential: JsonObject, tools: DocumentTools): Promise<Check[]> {
  return judgeEach(endorsementsOf(credential), (part) => judgeEndorsement(part, tools));
}

async function judgeEndorsement({ document, about }: EndorsementPart, tools: DocumentTools): Promise<Check> {
  const secured = securedPart(document);
  if (secured === null) return endorsementCheck('undecided', {});
  const { findings, proved } = await judgeAlone(secured, tools);
  const verdict = verdictOf(findings.checks);
  const reading = proved.credential === null ? null : readCredential(proved.credential);
  const fits = reading?.form === 'endorsement' && reading.about !== undefined && about.includes(reading.about);
  return endorsementCheck(verdict === 'verified' && !fits ? 'invalid' : verdict, findings.issuer);
}
