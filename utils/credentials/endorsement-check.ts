import { distinctChecks } from '../badge/distinct-checks.ts';
import { impersonated } from '../badge/impostor.ts';
import type { Check, Verdict } from '../badge/report.ts';
import { CAPS, cleanText } from '../badge/text.ts';

/** Characters of a name and of a place: both have to be seen in one sentence, whatever the endorser wrote. */
const MAX_NAME = 60;
const MAX_PLACE = 50;

/** Who endorses, as far as it is known. */
export interface Endorser {
  name?: string;
  id?: string;
  /** The host or DID that controls the endorser's identifier. */
  host?: string;
}

/**
 * The check that tells of one endorsement, by what it was found to be as a document of its own: it holds, it could not be decided, or it does not
 * hold. Never `fail` nor `unknown`: what others say about a badge does not decide whether it is real. A name that is borrowed from a known issuer is
 * never confirmed: the proof is of the place, and the reader would take it for one of the name.
 */
export function endorsementCheck(verdict: Verdict, endorser: Endorser): Check {
  const who = nameOf(endorser);
  const check = (outcome: 'pass' | 'warn', code: Check['code']): Check => ({
    id: 'issuer',
    outcome,
    code,
    ...(who !== undefined && { detail: who }),
  });
  if (verdict === 'undecided' || verdict === 'unsupported' || verdict === 'not-found') {
    return check('warn', 'endorsement-unproved');
  }
  if (verdict !== 'verified') return check('warn', 'endorsement-void');
  const borrowed = endorser.name !== undefined && impersonated(endorser.name, endorser.host) !== null;
  return borrowed ? check('warn', 'endorsement-unproved') : check('pass', 'endorsement-ok');
}

/** A name is only what somebody calls himself; the place beside it is what was proved. */
function nameOf({ name, id, host }: Endorser): string | undefined {
  const place = placeOf(host) ?? cleanText(id, CAPS.detail);
  const words = cleanText(name, MAX_NAME);
  return words === undefined || place === undefined ? (words ?? place) : `${words} (${place})`;
}

/** Of a host name the end tells whose it is, of a DID the beginning. */
function placeOf(host: string | undefined): string | undefined {
  const place = cleanText(host, CAPS.detail);
  if (place === undefined || place.length <= MAX_PLACE) return place;
  return place.startsWith('did:') ? `${place.slice(0, MAX_PLACE - 1)}…` : `…${place.slice(1 - MAX_PLACE)}`;
}

/** What hangs on a badge: what can be looked at, what cannot be read, and what is passed over because there is too much. */
interface PartList<Part> {
  items: readonly Part[];
  unreadable: number;
  omitted: number;
}

/** One check for each, and one for all that were not looked at; what says the same is told once. */
export async function judgeEach<Part>(
  { items, unreadable, omitted }: PartList<Part>,
  judge: (part: Part) => Promise<Check>,
): Promise<Check[]> {
  const checks = await Promise.all(items.map(judge));
  const lost = unreadable + omitted > 0 ? [endorsementCheck('undecided', {})] : [];
  return distinctChecks([...checks, ...lost]);
}
