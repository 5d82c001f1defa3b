/** Finding the document that is at home at its address: the first half of hosted verification. */
import { parseWebAddress, sameAddress, sameParty } from '../badge/address.ts';
import type { Check } from '../badge/report.ts';
import { isObject, type JsonObject } from '../json/members.ts';
import { detailOf, type Fetched, fetchDocument, statusCheck } from '../net/fetch-document.ts';
import type { Reader } from '../net/types.ts';
import { detect, detectCompact, type HostedForm, revocationOf } from './detect.ts';
import type { HostedRules, PictureFinding, SignedFinding } from './hosted-rules.ts';
import { isPicture } from './picture.ts';
import { revokedCheck } from './revoked.ts';
import type { Findings } from './run.ts';
import { READERS } from './versions.ts';

export interface FoundAssertion {
  kind: 'found';
  document: JsonObject;
  form: HostedForm;
  /** The address that the document is at home at. */
  own: string;
}

type Looked =
  | FoundAssertion
  | SignedFinding
  | PictureFinding
  | { kind: 'elsewhere'; named: string; host: string }
  | null;

/**
 * Fetches the assertion at `address`. One that names another address as its own is fetched once more from there, and only that copy counts.
 * Answers null when there is nothing to judge; the reason is then in `findings`.
 */
export async function locate(
  address: string,
  reader: Reader,
  rules: HostedRules,
  findings: Findings,
): Promise<Exclude<Looked, { kind: 'elsewhere' }>> {
  const first = await look(address, reader, rules, findings);
  if (first?.kind !== 'elsewhere') return first;
  const named = parseWebAddress(first.named);
  if (!named) {
    findings.checks.push({ id: 'origin', outcome: 'unknown', code: 'origin-id-differs', ...detailOf(first.named) });
    return null;
  }
  findings.checks.push({ id: 'origin', outcome: 'warn', code: 'origin-id-differs', detail: named.host });
  const second = await look(named.href, reader, rules, findings);
  if (second?.kind !== 'elsewhere') return second;
  const away = sameAddress(second.named, named.href);
  findings.checks.push({
    id: 'origin',
    outcome: 'unknown',
    code: away ? 'origin-redirected-away' : 'origin-id-differs',
    ...detailOf(away ? second.host : second.named),
  });
  return null;
}

async function look(address: string, reader: Reader, rules: HostedRules, findings: Findings): Promise<Looked> {
  const found = await fetchDocument(reader, address, rules.finalHosts ? { finalHosts: rules.finalHosts } : {});
  if (found.kind === 'failed') {
    findings.checks.push(found.check);
    if (found.retryAt !== undefined) findings.retryAt = found.retryAt;
    return null;
  }
  const asked = new URL(address);
  const trouble = statusTrouble(found, asked);
  if (trouble) {
    findings.checks.push(...trouble);
    return null;
  }
  if (found.kind === 'other') return unreadable(found, rules, findings);
  const detected = detect(found.value);
  if (detected.kind === 'signed') {
    const { value: document, url, duplicateKeys: ambiguous } = found;
    return { kind: 'signed', form: detected.form, document, url, ambiguous };
  }
  const compact = typeof found.value === 'string' ? detectCompact(found.value) : null;
  if (compact) return { kind: 'signed', form: compact, document: found.value, url: found.url };
  if (detected.kind !== 'hosted' || !isObject(found.value)) {
    findings.checks.push(
      rules.platform ? platformTrouble(found.host) : { id: 'format', outcome: 'fail', code: 'format-not-a-badge' },
    );
    return null;
  }
  return atHome(found.value, detected.form, address, found, rules);
}

/** 410 is the standard's word for withdrawn; the body may say so under any status. */
function statusTrouble(found: Exclude<Fetched, { kind: 'failed' }>, asked: URL): Check[] | null {
  if (found.status >= 200 && found.status < 300) return null;
  const body = found.kind === 'json' && isObject(found.value) ? found.value : null;
  // Another host's 410 says nothing about this badge.
  if (!sameParty(asked.hostname, found.host)) {
    return [{ id: 'origin', outcome: 'unknown', code: 'origin-redirected-away', detail: found.host }];
  }
  if (found.status === 410 || (body && revocationOf(body) === 'yes')) {
    return [{ id: 'origin', outcome: 'pass', code: 'origin-ok', detail: found.host }, revokedCheck(body)];
  }
  return [statusCheck(found.status, found.host)];
}

/** A platform writes its badges itself. Something else in their place is its trouble (maintenance, a new format), not the badge's. */
function platformTrouble(host: string): Check {
  return { id: 'format', outcome: 'unknown', code: 'format-unknown-shape', detail: host };
}

function unreadable(found: Fetched & { kind: 'other' }, rules: HostedRules, findings: Findings): Looked {
  if (isPicture(found.bytes)) return { kind: 'picture', bytes: found.bytes, url: found.url };
  const compact = found.text === null ? null : detectCompact(found.text);
  if (compact) return { kind: 'signed', form: compact, document: found.text, url: found.url };
  if (rules.platform) {
    findings.checks.push(platformTrouble(found.host));
    return null;
  }
  // A page (a login form, say) or nothing at all where JSON was expected leaves the question open; broken JSON does not.
  const outcome = found.claimsJson && found.text?.trim() !== '' ? 'fail' : 'unknown';
  findings.checks.push({
    id: 'format',
    outcome,
    code: found.why,
    ...(outcome === 'unknown' && { detail: found.host }),
  });
  return null;
}

/**
 * Is the document at home where it was found? Its own address must be the one it was answered from, or the one asked if the answer came from the
 * same party: a redirect to a stranger must not put words into the mouth of the host that redirects.
 */
function atHome(
  document: JsonObject,
  form: HostedForm,
  asked: string,
  found: Fetched & { kind: 'json' },
  rules: HostedRules,
): Looked {
  const sameHost = sameParty(new URL(asked).hostname, found.host);
  const own = READERS[form].ownAddress(document);
  if (own === undefined) {
    // 0.5 has no address of its own; in the others its lack is told as a missing member.
    return sameHost
      ? { kind: 'found', document, form, own: asked }
      : { kind: 'elsewhere', named: asked, host: found.host };
  }
  const names = rules.names ?? sameAddress;
  if (sameAddress(own, found.url) || (sameHost && names(own, asked))) {
    return { kind: 'found', document, form, own: parseWebAddress(own)?.href ?? asked };
  }
  return { kind: 'elsewhere', named: own, host: found.host };
}
