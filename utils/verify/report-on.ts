import { compareNames } from '../badge/names.ts';
import { matchesRecipient } from '../badge/recipient.ts';
import type { Check, Examined, Holder, HolderMatch, Report } from '../badge/report.ts';
import { toneOf } from '../badge/tone.ts';
import { standingOf } from './standing.ts';
import type { HolderContext, TrustedIssuer } from './types.ts';

export interface ReportContext {
  holder?: HolderContext;
  trusted?: readonly TrustedIssuer[];
  /** Names of registries that could not be read: they might have been the ones that mattered. */
  unread?: readonly string[];
}

/**
 * Adds to what was found out what depends on the reader: whose badge it is, who vouches for the issuer, and the tone that follows. Pure: no request,
 * nothing kept. The verdict is never changed.
 */
export function reportOn(examined: Examined, context: ReportContext = {}): Report {
  const { judgement, check } = standingOf(examined.issuer, context.trusted);
  const unread = judgement.standing === 'trusted' || judgement.standing === 'vetted' ? [] : (context.unread ?? []);
  const { holder, checks } = holderOf(examined, context.holder ?? {});
  return {
    verdict: examined.verdict,
    tone: toneOf(examined.verdict, judgement.standing, holder.match),
    proof: examined.proof,
    checks: [...examined.checks, ...(check ? [check] : []), ...unread.map(registryUnread), ...checks],
    badge: examined.badge,
    holder,
    issuer: judgement,
    checkedAt: examined.checkedAt,
    asked: examined.asked,
    ...(examined.retryAt !== undefined && { retryAt: examined.retryAt }),
    ...(examined.evidence && { evidence: examined.evidence }),
    ...(examined.contained && { contained: examined.contained }),
  };
}

function registryUnread(name: string): Check {
  return { id: 'issuer', outcome: 'skipped', code: 'issuer-registry-unread', detail: name };
}

const MATCH_CHECKS: Record<Exclude<HolderMatch, 'unknown'>, Check> = {
  yours: { id: 'recipient', outcome: 'pass', code: 'recipient-yours' },
  same: { id: 'recipient', outcome: 'pass', code: 'recipient-same' },
  similar: { id: 'recipient', outcome: 'warn', code: 'recipient-similar' },
  // A comparison of names is a heuristic: it warns, it never fails a badge.
  differs: { id: 'recipient', outcome: 'warn', code: 'recipient-differs' },
};

function holderOf(examined: Examined, reader: HolderContext): { holder: Holder; checks: Check[] } {
  const { holderName: name, recipients, badge } = examined;
  const holder = (match: HolderMatch): Holder => ({ match, ...(name !== undefined && { name }) });
  if (badge === null && recipients.length === 0 && name === undefined) return { holder: holder('unknown'), checks: [] };
  if (recipients.some((recipient) => matchesRecipient(recipient, reader.emails ?? []))) {
    return { holder: holder('yours'), checks: [MATCH_CHECKS.yours] };
  }
  if (name === undefined) {
    const nobody = recipients.length === 0;
    const told = examined.checks.some(({ code }) => code === 'recipient-missing');
    const missing: Check = { id: 'recipient', outcome: 'warn', code: 'recipient-missing' };
    const unnamed: Check = { id: 'recipient', outcome: 'unknown', code: 'recipient-unnamed' };
    return { holder: holder('unknown'), checks: nobody ? (told ? [] : [missing]) : [unnamed] };
  }
  if (reader.name === undefined || reader.name.trim() === '') {
    return {
      holder: holder('unknown'),
      checks: [{ id: 'recipient', outcome: 'skipped', code: 'recipient-no-page-name', detail: name }],
    };
  }
  const match = compared(name, reader.name, examined.holderIsHandle ?? false);
  if (match === 'unknown') return { holder: holder(match), checks: [] };
  return { holder: holder(match), checks: [{ ...MATCH_CHECKS[match], detail: name }] };
}

/** A user name is chosen freely: agreement is a hint, disagreement is none. */
function compared(name: string, person: string, isHandle: boolean): 'same' | 'similar' | 'differs' | 'unknown' {
  const match = compareNames(name, person);
  if (!isHandle) return match;
  return match === 'differs' ? 'unknown' : match === 'same' ? 'similar' : match;
}
