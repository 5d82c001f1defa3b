/** The light half of a badge, out of what was found out. */
import type { Examined, Report } from '../badge/report.ts';
import { recogniseLink } from '../links/index.ts';
import { isAnsweredFor, provedAddresses } from './identity.ts';
import type { AnswerFacts, BadgeFacts } from './types.ts';

/**
 * What lists, search and sharing need of a badge; null where none could be read. Copied member by member: the document itself stays out. `address`: where
 * it was asked for. An address that the badge only claims for itself is neither its link nor makes it a platform's.
 */
export function factsOf(examined: Examined, address?: string): BadgeFacts | null {
  const { badge } = examined;
  if (badge === null) return null;
  const { name, issuer, recipientName, issuedOn, expires, skills, standard, id } = badge;
  const url = (isAnsweredFor(examined) ? badge.url : undefined) ?? address;
  const platform = [address, ...provedAddresses(examined)].map(platformOf).find((each) => each !== undefined);
  return {
    name,
    issuer,
    skills,
    standard,
    ...(recipientName !== undefined && { recipientName }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(expires !== undefined && { expires }),
    ...(id !== undefined && { id }),
    ...(url !== undefined && { url }),
    ...(badge.image?.startsWith('https:') && { image: badge.image }),
    ...(platform && { platform }),
  };
}

/** The last answer, for lists. */
export function answerOf({ verdict, tone, proof, holder, issuer, checkedAt }: Report): AnswerFacts {
  return { verdict, tone, proof, match: holder.match, standing: issuer.standing, checkedAt };
}

/** The answer about what nobody has answered for. `checkedAt`: ISO instant. */
export function unproved(checkedAt: string): AnswerFacts {
  return { verdict: 'undecided', tone: 'unknown', proof: 'none', match: 'unknown', standing: 'unlisted', checkedAt };
}

function platformOf(address: string | undefined): BadgeFacts['platform'] | undefined {
  const link = address === undefined ? null : recogniseLink(address);
  return link && link.kind === 'badge' && link.platform !== 'openbadges'
    ? { id: link.platform, badge: link.id }
    : undefined;
}
