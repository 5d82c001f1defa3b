/**
 * Hosted verification (Open Badges 0.5, 1.x, 2.0): the document at the badge's own address counts, and only if the issuer's own Profile lets that
 * address speak for it. Nothing of what was handed in is believed but the address.
 */
import { linkAddress, parseWebAddress } from '../badge/address.ts';
import { isObject, type JsonObject } from '../json/members.ts';
import { detailOf } from '../net/fetch-document.ts';
import type { DocumentTools } from '../net/types.ts';
import type { HostedForm } from './detect.ts';
import { revocationOf } from './detect.ts';
import type { PlacedDocument } from './endorsements.ts';
import type { HostedResult, HostedRules } from './hosted-rules.ts';
import { judgeDates } from './judge-dates.ts';
import { locate } from './locate.ts';
import { inFamily, type Part, readClass, readIssuer } from './parts.ts';
import { differs } from './presented.ts';
import { type AssertionReading, badgeOf, type ClassReading, type IssuerReading } from './reading.ts';
import { revokedCheck } from './revoked.ts';
import { conclude, type Findings, startFindings } from './run.ts';
import { scopeOf } from './scope.ts';
import { ownedByOrigin } from './v05.ts';
import { READERS } from './versions.ts';

/**
 * Judges the hosted badge at an address. Never throws for bad input. A document that needs a key, or a picture, is handed back unjudged.
 * At most seven requests: assertion, class and issuer, each once more where it names another address as its own.
 */
export async function proveHosted(
  address: string,
  tools: DocumentTools,
  rules: HostedRules = {},
): Promise<HostedResult> {
  const findings = startFindings(rules.platform ? { platform: rules.platform } : {});
  const done = (parts: readonly PlacedDocument[] = []): HostedResult => ({
    kind: 'examined',
    examined: conclude(findings, 'hosted', tools),
    parts,
  });

  const place = await locate(address, tools.reader, rules, findings);
  if (place === null) return done();
  if (place.kind !== 'found') return place;
  const { document, form, own } = place;
  if (rules.presented !== undefined && differs(rules.presented, document)) {
    findings.checks.push({ id: 'format', outcome: 'warn', code: 'format-differs-from-presented' });
  }

  const assertion = READERS[form].assertion(document, own);
  findings.recipients = assertion.recipients;
  if (assertion.holderName !== undefined) findings.holderName = assertion.holderName;
  const revocation = revocationOf(document);
  if (revocation === 'yes') {
    // Only `id` and `revoked` are required of a withdrawn badge; its host's word is enough.
    findings.checks.push({ id: 'origin', outcome: 'pass', code: 'origin-ok', ...detailOf(new URL(own).host) });
    findings.checks.push(revokedCheck(document));
    if (assertion.badge === undefined) return done();
    assertion.problems = [];
  } else if (revocation === 'unclear') {
    findings.checks.push({ id: 'status', outcome: 'unknown', code: 'status-unreadable' });
  } else {
    findings.checks.push({ id: 'status', outcome: 'pass', code: 'status-ok' });
  }
  findings.checks.push(...assertion.problems);
  if (isBroken(findings)) return done();

  const parts = await judgeParts(place, assertion, findings, tools, rules, revocation === 'yes');
  return done(form === '2.0' ? parts : []);
}

interface Found {
  document: JsonObject;
  form: HostedForm;
  own: string;
}

/** Class, issuer, scope and dates; answers what was read. What is wrong with them does not matter any more once the badge is withdrawn. */
async function judgeParts(
  found: Found,
  assertion: AssertionReading,
  findings: Findings,
  tools: DocumentTools,
  rules: HostedRules,
  withdrawn: boolean,
): Promise<PlacedDocument[]> {
  const { document, form, own } = found;
  const parts: PlacedDocument[] = [{ document, address: own }];
  const reader = READERS[form];
  const dates = judgeDates(assertion.issuedOn, assertion.expires, tools.now);
  const tell = (checks: Findings['checks']) => {
    if (!withdrawn) findings.checks.push(...checks);
  };
  tell(dates.checks);

  const within = form === '0.5';
  const classPart: Part =
    within && isObject(assertion.badge)
      ? { ok: true, document: assertion.badge, embedded: true }
      : await readClass(assertion.badge, inFamily(own, rules), tools.reader, rules);
  let badgeClass: ClassReading | null = null;
  let issuer: IssuerReading | null = null;
  if (!classPart.ok) {
    tell([classPart.check]);
    keepRetry(findings, classPart);
  } else {
    parts.push(classPart);
    badgeClass = reader.badgeClass(classPart.document, classPart.address ?? own);
    tell(lenient(badgeClass.problems, classPart, rules, ['badge.name', 'badge.issuer']));
    const issuerPart: Part =
      within && isObject(badgeClass.issuer)
        ? { ok: true, document: badgeClass.issuer, embedded: true }
        : await readIssuer(badgeClass.issuer, operatorSays(own, classPart, rules), tools.reader, rules);
    if (!issuerPart.ok) {
      tell([issuerPart.check]);
      keepRetry(findings, issuerPart);
    } else {
      parts.push(issuerPart);
      issuer = reader.issuer(issuerPart.document, issuerPart.address ?? own);
      tell(lenient(issuer.problems, issuerPart, rules, ['issuer.name', 'badge.issuer.name', 'badge.issuer.origin']));
      const id = within ? originId(issuer.url) : (issuerPart.address ?? familyHost(own, rules));
      tell([originCheck(found, issuerPart, id, rules)]);
      const host = id === undefined ? undefined : parseWebAddress(id)?.hostname;
      findings.issuer = {
        ...findings.issuer,
        ...(issuerPart.address !== undefined || within ? { id } : {}),
        ...(issuer.name !== undefined && { name: issuer.name }),
        ...(host !== undefined && { host }),
      };
    }
  }
  if (!withdrawn && !isBroken(findings) && badgeClass !== null && issuer !== null) {
    findings.checks.unshift({ id: 'format', outcome: 'pass', code: 'format-ok' });
  }
  findings.badge = badgeOf(
    assertion,
    badgeClass,
    { id: findings.issuer.id, name: issuer?.name, url: issuer?.url },
    {
      ...(dates.issuedOn && { issuedOn: dates.issuedOn }),
      ...(dates.expires && { expires: dates.expires }),
      id: own,
      url: rules.page ?? linkAddress(own),
      raw: document,
    },
  );
  return parts;
}

/** What 0.5 proves is the origin, and nothing behind it: a path there is anybody's writing. */
function originId(address: string | undefined): string | undefined {
  const url = address === undefined ? null : parseWebAddress(address);
  return url ? `${url.origin}/` : undefined;
}

/** May this address speak for this issuer? */
function originCheck(found: Found, part: Part & { ok: true }, issuerId: string | undefined, rules: HostedRules) {
  const host = new URL(found.own).host;
  const pass = { id: 'origin', outcome: 'pass', code: 'origin-ok', detail: host } as const;
  const fail = { id: 'origin', outcome: 'fail', code: 'origin-out-of-scope', detail: host } as const;
  if (found.form === '0.5') return ownedByOrigin(part.document, found.own) ? pass : fail;
  if (issuerId === undefined) return { id: 'issuer', outcome: 'unknown', code: 'issuer-unreadable' } as const;
  if (inFamily(found.own, rules) && inFamily(issuerId, rules)) return pass;
  // An embedded issuer grants nothing: its own document was not asked.
  if (part.embedded) return { id: 'issuer', outcome: 'unknown', code: 'issuer-unreadable', detail: host } as const;
  const scope = scopeOf(found.own, part.document, issuerId);
  if (scope === 'unreadable')
    return { id: 'issuer', outcome: 'unknown', code: 'issuer-unreadable', detail: host } as const;
  return scope === 'in' ? pass : fail;
}

/** An operator's own answer may leave out what it does not need; a name it must have. */
function lenient(problems: Findings['checks'], part: Part, rules: HostedRules, needed: readonly string[]) {
  const own = part.ok && (part.embedded || (part.address !== undefined && inFamily(part.address, rules)));
  return own && rules.family ? problems.filter((problem) => needed.includes(problem.detail ?? '')) : problems;
}

/** Did the class come from the operator: in its answer, or from an address of its own? */
function operatorSays(own: string, part: Part & { ok: true }, rules: HostedRules): boolean {
  return inFamily(own, rules) && (part.address === undefined ? part.embedded : inFamily(part.address, rules));
}

function familyHost(own: string, rules: HostedRules): string | undefined {
  return inFamily(own, rules) ? new URL(own).origin : undefined;
}

function isBroken(findings: Findings): boolean {
  return findings.checks.some((check) => check.id === 'format' && check.outcome === 'fail');
}

function keepRetry(findings: Findings, part: Part): void {
  if (!part.ok && part.retryAt !== undefined) findings.retryAt = part.retryAt;
}
