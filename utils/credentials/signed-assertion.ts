/**
 * Signed verification (Open Badges 1.x, 2.0): the assertion is the payload of a JWS, its class and issuer are hosted, and the key is the issuer's
 * only if the hosted Profile says so.
 */
import type { Check, Examined } from '../badge/report.ts';
import { contextsOf, type JsonObject, member, reference, text } from '../json/members.ts';
import type { DocumentTools } from '../net/types.ts';
import { revocationOf, verificationOf } from '../openbadges/detect.ts';
import { shownId } from '../openbadges/fields.ts';
import { judgeDates } from '../openbadges/judge-dates.ts';
import { type Part, readClass, readIssuer } from '../openbadges/parts.ts';
import { badgeOf, type VersionReader } from '../openbadges/reading.ts';
import { revokedCheck } from '../openbadges/revoked.ts';
import { conclude, type Findings, startFindings } from '../openbadges/run.ts';
import { scopeOf } from '../openbadges/scope.ts';
import { v1 } from '../openbadges/v1.ts';
import { v2 } from '../openbadges/v2.ts';
import { type ReadJws, readJws } from '../proofs/jose/read-jws.ts';
import type { FoundKey } from '../proofs/types.ts';
import { judgeEndorsementsOn } from './hosted-endorsements.ts';
import { findListedKeys, findPemKey } from './ob-signed/issuer-keys.ts';
import { algorithmProblem, judgeIssuerSignature, saysSigned } from './ob-signed/issuer-signature.ts';
import { judgeRevocationList } from './ob-signed/revocation-list.ts';

/** Judges a compact JWS whose payload is an assertion. Never throws for bad input. */
export async function proveSignedAssertion(compact: string, tools: DocumentTools): Promise<Examined> {
  const findings = startFindings();
  const done = (): Examined => conclude(findings, 'signed', tools);
  const jws = readJws(compact);
  if (!jws.ok) {
    findings.checks.push(jws.check);
    return done();
  }
  const problem = algorithmProblem(jws);
  if (problem) {
    findings.checks.push(problem);
    return done();
  }
  await judgeParts(jws, findings, tools);
  return done();
}

async function judgeParts(jws: ReadJws, findings: Findings, tools: DocumentTools): Promise<void> {
  const { payload } = jws;
  const old =
    !contextsOf(payload).some((context) => /openbadges\/v2/.test(context)) && member(payload, 'verify') !== undefined;
  const reader: VersionReader = old ? v1 : v2;
  const assertion = reader.assertion(payload, '');
  findings.recipients = assertion.recipients;
  if (assertion.holderName !== undefined) findings.holderName = assertion.holderName;
  findings.checks.push(...assertion.problems.filter((problem) => !isAboutHosting(problem)));
  if (!saysSigned(payload)) {
    findings.checks.push({ id: 'format', outcome: 'fail', code: 'format-bad-value', detail: 'verification.type' });
  }
  if (findings.checks.some(({ outcome }) => outcome === 'fail')) return;

  const dates = judgeDates(assertion.issuedOn, assertion.expires, tools.now);
  findings.checks.push(...dates.checks);
  const classPart = await readClass(assertion.badge, false, tools.reader, {});
  if (!classPart.ok) return leave(findings, classPart);
  const badgeClass = reader.badgeClass(classPart.document, classPart.address ?? '');
  findings.checks.push(...badgeClass.problems);
  const issuerPart = await readIssuer(badgeClass.issuer, false, tools.reader, {});
  if (!issuerPart.ok) return leave(findings, issuerPart);
  const { address } = issuerPart;
  if (address === undefined) {
    findings.checks.push({ id: 'issuer', outcome: 'unknown', code: 'issuer-unreadable' });
    return;
  }
  const issuer = reader.issuer(issuerPart.document, address);
  findings.checks.push(...issuer.problems);
  if (!findings.checks.some(({ id, outcome }) => id === 'format' && outcome === 'fail')) {
    findings.checks.unshift({ id: 'format', outcome: 'pass', code: 'format-ok' });
  }
  findings.issuer = {
    id: address,
    host: new URL(address).hostname,
    ...(issuer.name !== undefined && { name: issuer.name }),
  };
  const id = shownId(text(member(payload, 'id')) ?? text(member(payload, 'uid')));
  findings.badge = badgeOf(
    assertion,
    badgeClass,
    { id: address, name: issuer.name, url: issuer.url },
    {
      ...(dates.issuedOn && { issuedOn: dates.issuedOn }),
      ...(dates.expires && { expires: dates.expires }),
      ...(id !== undefined && { id }),
      raw: { jws: jws.compact, assertion: payload },
    },
  );
  const keys = await keysFor(payload, old, { document: issuerPart.document, address }, tools);
  const signature = await judgeIssuerSignature(jws, keys);
  findings.checks.push(...signature.checks);
  findings.evidence = { signatures: signature.facts, statuses: [] };
  if (signature.retryAt !== undefined) findings.retryAt = signature.retryAt;
  if (!signature.proved) return;
  const withdrawn = withdrawnBy(payload);
  if (withdrawn) {
    findings.checks.push(withdrawn);
    return;
  }
  const status = await judgeRevocationList(issuerPart.document, payload, tools);
  findings.checks.push(status.check);
  if (status.retryAt !== undefined) findings.retryAt = status.retryAt;
  if (old) return;
  const claimed = text(member(payload, 'id'));
  // A signature covers what an issuer wrote, another's identifier too: it is the issuer's own where the issuer's Profile lets it speak.
  const owned = claimed !== undefined && scopeOf(claimed, issuerPart.document, address) === 'in';
  const parts = [{ document: payload, ...(owned && { address: claimed }) }, classPart, issuerPart];
  findings.checks.push(...(await judgeEndorsementsOn(parts, tools)));
}

/** What the issuer signed may say itself that it is withdrawn (`revoked`, Open Badges 2.0, Assertion). */
function withdrawnBy(payload: JsonObject): Check | null {
  const revocation = revocationOf(payload);
  if (revocation === 'no') return null;
  if (revocation === 'unclear')
    return { id: 'status', outcome: 'unknown', code: 'status-unreadable', detail: 'revoked' };
  return revokedCheck(payload);
}

/** The readers were made for hosted badges; how a signed one is verified is judged here. */
function isAboutHosting({ code, detail }: Check): boolean {
  return code === 'format-bad-value' && (detail === 'verification.type' || detail === 'verify.type');
}

function keysFor(
  payload: JsonObject,
  old: boolean,
  profile: { document: JsonObject; address: string },
  tools: DocumentTools,
): Promise<FoundKey[]> {
  const verification = verificationOf(payload) ?? {};
  const listed = member(profile.document, 'publicKey') !== undefined;
  const url = text(member(verification, 'url'));
  if (old && !listed && url !== undefined) return findPemKey(url, profile.address, tools).then((key) => [key]);
  const creator = reference(member(verification, 'creator')) ?? (old ? url : undefined);
  return findListedKeys(profile, creator, tools);
}

function leave(findings: Findings, part: Part & { ok: false }): void {
  findings.checks.push(part.check);
  if (part.retryAt !== undefined) findings.retryAt = part.retryAt;
}
