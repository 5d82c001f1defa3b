import type { Check } from '../badge/report.ts';
import { isGenuine } from '../badge/verdict.ts';
import type { DocumentTools } from '../net/types.ts';
import { endorsementsOn, type PlacedDocument } from '../openbadges/endorsements.ts';
import { proveHosted } from '../openbadges/hosted.ts';
import type { HostedResult, HostedRules } from '../openbadges/hosted-rules.ts';
import { endorsementCheck } from './endorsement-check.ts';
import { judgeEndorsementsOn } from './hosted-endorsements.ts';

/** The whole answer about a hosted badge: `proveHosted`, and then what hangs on it, which changes nothing about the verdict. */
export async function examineHosted(
  address: string,
  tools: DocumentTools,
  rules: HostedRules = {},
): Promise<HostedResult> {
  const result = await proveHosted(address, tools, rules);
  // Whatever hangs on a badge that nobody proved is anybody's writing, and of a withdrawn one nobody needs to know who praised it.
  if (result.kind !== 'examined' || !isGenuine(result.examined.verdict)) return result;
  const endorsements = rules.familyOnly ? unasked(result.parts) : await judgeEndorsementsOn(result.parts, tools);
  if (endorsements.length === 0) return result;
  const { examined, parts } = result;
  const checks = [...examined.checks, ...endorsements];
  return { kind: 'examined', examined: { ...examined, checks, asked: [...tools.reader.asked] }, parts };
}

/** An operator whose answers are read alone: what others say elsewhere is not asked for, and so not confirmed. */
function unasked(parts: readonly PlacedDocument[]): Check[] {
  const { items, unreadable } = endorsementsOn(parts);
  return items.length + unreadable > 0 ? [endorsementCheck('undecided', {})] : [];
}
