/** The one door for everything that is signed, from an address, a file or pasted text. */
import type { Check, Examined } from '../badge/report.ts';
import { isObject, type JsonObject } from '../json/members.ts';
import type { DocumentTools } from '../net/types.ts';
import { detect } from '../openbadges/detect.ts';
import type { SignedFinding } from '../openbadges/hosted-rules.ts';
import { conclude, startFindings } from '../openbadges/run.ts';
import { readJws } from '../proofs/jose/read-jws.ts';
import { examineCredential, examinePresentation } from './examine-credential.ts';
import { presentationOf, securedPart, securedPresentation } from './secured-part.ts';
import { proveSignedAssertion } from './signed-assertion.ts';

/** Judges a document that needs a signature check, by its form. Never throws for bad input. */
export async function examineSigned(finding: Omit<SignedFinding, 'kind'>, tools: DocumentTools): Promise<Examined> {
  const { form, document, url, ambiguous } = finding;
  if (ambiguous) return single({ id: 'format', outcome: 'fail', code: 'format-duplicate-members' }, tools);
  const address = url === '' ? undefined : url;
  switch (form) {
    case 'sd-jwt':
      return recognised('format-sd-jwt', tools);
    case 'blockcerts':
      return recognised('format-blockcerts', tools);
    case 'jws':
      return examineCompact(String(document), tools, address);
    case 'ob2-signed':
      // `verify.type: signed` on a bare object: the signature is what would make it one (Open Badges 2.0, SignedBadge).
      return single({ id: 'signature', outcome: 'fail', code: 'signature-missing' }, tools);
    case 'presentation':
      return isObject(document) ? examinePresentation(document, tools, address) : notABadge(tools);
    case 'enveloped': {
      const secured = securedPart(document);
      if (secured === null) return notABadge(tools);
      const presentation = securedPresentation(secured);
      if (presentation !== null) return examinePresentation(presentation, tools, address);
      return examineCredential(secured, tools, address);
    }
    default:
      return isObject(document) ? examineCredential({ document }, tools, address) : notABadge(tools);
  }
}

/** A compact JWS is a signed assertion of Open Badges 1.x or 2.0, or a presentation or credential as a JWT. */
async function examineCompact(compact: string, tools: DocumentTools, address: string | undefined): Promise<Examined> {
  const jws = readJws(compact);
  if (jws.ok && isAssertion(jws.payload)) return proveSignedAssertion(compact, tools);
  const presentation = jws.ok ? presentationOf(jws.payload) : null;
  if (presentation !== null) return examinePresentation(presentation, tools, address);
  return examineCredential({ jwt: compact }, tools, address);
}

function isAssertion(payload: JsonObject): boolean {
  const detected = detect(payload);
  return detected.kind === 'hosted' || (detected.kind === 'signed' && detected.form === 'ob2-signed');
}

function recognised(code: 'format-sd-jwt' | 'format-blockcerts', tools: DocumentTools): Examined {
  return single({ id: 'format', outcome: 'unknown', code }, tools);
}

function notABadge(tools: DocumentTools): Examined {
  return single({ id: 'format', outcome: 'fail', code: 'format-not-a-badge' }, tools);
}

function single(check: Check, tools: DocumentTools): Examined {
  const findings = startFindings();
  findings.checks.push(check);
  return conclude(findings, 'none', tools);
}
