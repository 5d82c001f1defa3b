/** Endorsements that hang on a 2.0 badge: each is judged like an assertion, from its own address or by its own signature. */
import { sameAddress, sameParty } from '../badge/address.ts';
import type { Check } from '../badge/report.ts';
import { verdictOf } from '../badge/verdict.ts';
import { hasType, idOf, isObject, type JsonObject, member, reference } from '../json/members.ts';
import { fetchDocument, statusCheck } from '../net/fetch-document.ts';
import type { DocumentTools } from '../net/types.ts';
import { detectCompact, revocationOf, verificationOf } from '../openbadges/detect.ts';
import {
  type EndorsementLink,
  type EndorsementReading,
  endorsementsOn,
  type PlacedDocument,
  readEndorsement,
} from '../openbadges/endorsements.ts';
import { judgeDates } from '../openbadges/judge-dates.ts';
import { readIssuer } from '../openbadges/parts.ts';
import { badValue } from '../openbadges/reading.ts';
import { scopeOf } from '../openbadges/scope.ts';
import { v2 } from '../openbadges/v2.ts';
import { readJws } from '../proofs/jose/read-jws.ts';
import { type Endorser, endorsementCheck, judgeEach } from './endorsement-check.ts';
import { findListedKeys } from './ob-signed/issuer-keys.ts';
import { algorithmProblem, judgeIssuerSignature, saysSigned } from './ob-signed/issuer-signature.ts';
import { judgeRevocationList } from './ob-signed/revocation-list.ts';

/**
 * One check for each endorsement on the documents of a badge that was proved: `pass` if it holds and is about what it hangs on, else `warn`. At most
 * five are looked at, and what hangs on an endorsement is not: nobody can send us round in a circle.
 */
export function judgeEndorsementsOn(documents: readonly PlacedDocument[], tools: DocumentTools): Promise<Check[]> {
  return judgeEach(endorsementsOn(documents), (link) => judgeEndorsement(link, tools));
}

/** What was found out about one endorsement: the checks of an assertion, out of which its verdict follows as a badge's does. */
interface Judged {
  checks: Check[];
  endorser: Endorser;
}

async function judgeEndorsement(link: EndorsementLink, tools: DocumentTools): Promise<Check> {
  const { checks, endorser } =
    'jws' in link ? await judgeSigned(link.jws, link.about, tools) : await judgeHosted(link.address, link.about, tools);
  return endorsementCheck(verdictOf(checks), endorser);
}

async function judgeHosted(address: string, about: string, tools: DocumentTools): Promise<Judged> {
  const asked = new URL(address).hostname;
  const only = (check: Check): Judged => ({ checks: [check], endorser: { host: asked } });
  const found = await fetchDocument(tools.reader, address);
  if (found.kind === 'failed') return only(found.check);
  // What an open redirector leads to is not the word of the host that redirects.
  if (!sameParty(asked, found.host)) return only(open('origin-redirected-away'));
  const value = found.kind === 'json' ? found.value : found.text;
  const withdrawn = isObject(value) ? revocationOf(value) : 'no';
  if (found.status === 410 || withdrawn === 'yes') return only(REVOKED);
  if (found.status < 200 || found.status > 299) return only(statusCheck(found.status, found.host));
  if (typeof value === 'string' && detectCompact(value) === 'jws') return judgeSigned(value, about, tools);
  if (!isObject(value)) return only(open('origin-page-only'));
  const own = idOf(value);
  // A copy proves nothing, wherever it lies: only the document at its own address is the endorser's.
  if (own !== undefined && !sameAddress(own, address) && !sameAddress(own, found.url)) {
    return only(open('origin-id-differs'));
  }
  const reading = readEndorsement(value, about);
  const status: Check =
    withdrawn === 'no'
      ? { id: 'status', outcome: 'pass', code: 'status-ok' }
      : { id: 'status', outcome: 'unknown', code: 'status-unreadable' };
  const verification = verificationOf(value);
  const checks = [
    ...formOf(reading, verification !== null && hasType(verification, 'hosted', 'HostedBadge'), tools),
    status,
  ];
  if (checks.some(isMalformed)) return { checks, endorser: { host: asked } };
  const issuer = await readEndorser(reading, tools);
  if (issuer === null) return { checks: [...checks, UNREADABLE], endorser: { host: asked } };
  const scope = scopeOf(address, issuer.document, issuer.address);
  const origin: Check =
    scope === 'unreadable'
      ? UNREADABLE
      : scope === 'in'
        ? { id: 'origin', outcome: 'pass', code: 'origin-ok' }
        : { id: 'origin', outcome: 'fail', code: 'origin-out-of-scope' };
  // Who is not let speak for a Profile must not be told of under its name.
  const endorser = scope === 'in' ? issuer.endorser : { host: asked };
  return { checks: [...checks, ...issuer.problems, origin], endorser };
}

/** Judges an endorsement in a compact JWS, as a signed assertion is: by the keys that the hosted Profile lists, and by its list of what was withdrawn. */
async function judgeSigned(compact: string, about: string, tools: DocumentTools): Promise<Judged> {
  const jws = readJws(compact);
  if (!jws.ok) return { checks: [jws.check], endorser: {} };
  const problem = algorithmProblem(jws);
  if (problem) return { checks: [problem], endorser: {} };
  const { payload } = jws;
  const reading = readEndorsement(payload, about);
  const checks = formOf(reading, saysSigned(payload), tools);
  if (checks.some(isMalformed)) return { checks, endorser: {} };
  const issuer = await readEndorser(reading, tools);
  if (issuer === null) return { checks: [...checks, UNREADABLE], endorser: {} };
  const creator = reference(member(verificationOf(payload) ?? {}, 'creator'));
  const signature = await judgeIssuerSignature(jws, await findListedKeys(issuer, creator, tools));
  checks.push(...issuer.problems, ...signature.checks);
  // Before the signature holds, whose it is said to be is anybody's word.
  if (!signature.proved) return { checks, endorser: {} };
  const status = await judgeRevocationList(issuer.document, payload, tools);
  return { checks: [...checks, status.check], endorser: issuer.endorser };
}

/** Form and dates. `fits`: it says of itself that it is verified the way it came. `format-ok` only where nothing is wrong with the form. */
function formOf(reading: EndorsementReading, fits: boolean, tools: DocumentTools): Check[] {
  const problems = [...reading.problems];
  if (!fits) problems.push(badValue('endorsement.verification.type'));
  const { checks: dates } = judgeDates(reading.issuedOn, reading.expires, tools.now);
  return [...(problems.length > 0 ? problems : [FORM_OK]), ...dates];
}

function isMalformed({ id, outcome }: Check): boolean {
  return id === 'format' && outcome === 'fail';
}

interface ReadEndorser {
  document: JsonObject;
  address: string;
  endorser: Endorser;
  problems: Check[];
}

/** The endorser's Profile, from its own address. Null: it could not be read. */
async function readEndorser({ issuer }: EndorsementReading, tools: DocumentTools): Promise<ReadEndorser | null> {
  const part = await readIssuer(issuer, false, tools.reader, {});
  if (!part.ok || part.address === undefined) return null;
  const { document, address } = part;
  const { name, problems } = v2.issuer(document, address);
  const endorser = { id: address, host: new URL(address).hostname, ...(name !== undefined && { name }) };
  return { document, address, endorser, problems };
}

const FORM_OK: Check = { id: 'format', outcome: 'pass', code: 'format-ok' };
const REVOKED: Check = { id: 'status', outcome: 'fail', code: 'status-revoked' };
const UNREADABLE: Check = { id: 'issuer', outcome: 'unknown', code: 'issuer-unreadable' };

function open(code: 'origin-redirected-away' | 'origin-page-only' | 'origin-id-differs'): Check {
  return { id: 'origin', outcome: 'unknown', code };
}
