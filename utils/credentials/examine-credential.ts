/** The whole answer about a signed credential: by itself, what hangs on it, and what stands in it. */
import type { Examined } from '../badge/report.ts';
import type { JsonObject } from '../json/members.ts';
import type { DocumentTools } from '../net/types.ts';
import { credentialForm } from '../openbadges/detect.ts';
import { conclude, startFindings } from '../openbadges/run.ts';
import { containedOf } from '../openbadges/v3/parts.ts';
import { readCredential } from '../openbadges/v3/read-credential.ts';
import { judgeStructure } from '../openbadges/v3/structure.ts';
import type { SecuredCredential } from '../proofs/prove.ts';
import { judgeContained } from './contained.ts';
import { judgeEndorsements } from './endorsements.ts';
import { judgeAlone } from './judge-alone.ts';
import { securedPart, securedPresentation } from './secured-part.ts';

/**
 * Judges an Open Badge 3.0, a CLR 2.0, an endorsement or any other verifiable credential; a presentation is `examinePresentation`'s. `address`: where it
 * was found. Never throws for bad input.
 */
export async function examineCredential(
  secured: SecuredCredential,
  tools: DocumentTools,
  address?: string,
): Promise<Examined> {
  const { findings, proved } = await judgeAlone(secured, tools, address);
  const { credential } = proved;
  // Whatever hangs on a credential that nobody proved is anybody's writing.
  if (credential !== null && proved.proved) {
    findings.checks.push(...(await judgeEndorsements(credential, tools)));
    if (credentialForm(credential) === 'clr2') {
      const { contained, checks } = await judgeContained(credential, tools);
      findings.contained = contained;
      findings.checks.push(...checks);
    }
  }
  return conclude(findings, 'signed', tools);
}

/**
 * A presentation is the holder's wrapper around credentials, made for whoever asked for it: its own proof says nothing about a badge. With one
 * credential inside, the answer is about that one; with several, about all of them.
 */
export async function examinePresentation(
  presentation: JsonObject,
  tools: DocumentTools,
  address?: string,
): Promise<Examined> {
  const { items, unreadable, omitted } = containedOf(presentation);
  const only = items.length === 1 && unreadable + omitted === 0 ? securedPart(items[0]) : null;
  // A presentation in a presentation would go on for ever.
  if (only !== null && securedPresentation(only) === null) return examineCredential(only, tools, address);
  const findings = startFindings();
  const structure = judgeStructure(presentation);
  findings.checks.push(...structure);
  if (structure.length === 0) findings.checks.push({ id: 'format', outcome: 'pass', code: 'format-ok' });
  const { contained, checks } = await judgeContained(presentation, tools);
  findings.contained = contained;
  findings.checks.push(...checks);
  if (contained.length === 0) findings.checks.push({ id: 'format', outcome: 'fail', code: 'format-not-a-badge' });
  const { badge } = readCredential(presentation);
  findings.badge = { ...badge, raw: presentation };
  return conclude(findings, 'signed', tools);
}
