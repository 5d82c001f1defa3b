/** Credentials inside a CLR or a presentation. A good envelope says nothing about them: each has its own issuer, proof and status. */
import type { Check, Contained } from '../badge/report.ts';
import { verdictOf } from '../badge/verdict.ts';
import type { JsonObject } from '../json/members.ts';
import type { DocumentTools } from '../net/types.ts';
import { containedOf } from '../openbadges/v3/parts.ts';
import { judgeAlone } from './judge-alone.ts';
import { securedPart, securedPresentation } from './secured-part.ts';
import { signedBy } from './signed-by.ts';

export interface JudgedContained {
  contained: Contained[];
  checks: Check[];
}

/**
 * Verifies what stands in a credential, each by itself. One that does not verify is told beside the envelope's own answer, and listed with its own.
 */
export async function judgeContained(document: JsonObject, tools: DocumentTools): Promise<JudgedContained> {
  const { items, unreadable, omitted } = containedOf(document);
  const contained = await Promise.all(
    items.map(async (part): Promise<Contained> => {
      const secured = securedPart(part);
      // A presentation inside proves nothing about what is in it, and is not opened.
      if (secured === null || securedPresentation(secured) !== null) return { name: '', verdict: 'unsupported' };
      const { findings } = await judgeAlone(secured, tools);
      const issuer = signedBy(findings.issuer);
      return {
        name: findings.badge?.name ?? '',
        verdict: verdictOf(findings.checks),
        ...(issuer !== undefined && { issuer }),
      };
    }),
  );
  const all = contained.length + unreadable + omitted;
  const good = contained.filter(({ verdict }) => verdict === 'verified').length;
  if (all === 0) return { contained, checks: [] };
  const check: Check =
    good === all
      ? { id: 'issuer', outcome: 'pass', code: 'contained-ok', detail: String(all) }
      : { id: 'issuer', outcome: 'warn', code: 'contained-doubtful', detail: `${good}/${all}` };
  return { contained, checks: [check] };
}
