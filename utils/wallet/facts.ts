/** The light half of a badge, out of what was found out. */
import type { Badge, Examined, Report } from '../badge/report.ts';
import { recogniseLink } from '../links/index.ts';
import type { AnswerFacts, BadgeFacts } from './types.ts';

/** What lists, search and sharing need of a badge. Copied member by member: the document itself stays out. */
export function factsOf(badge: Badge, address?: string): BadgeFacts {
  const { name, issuer, recipientName, issuedOn, expires, skills, standard, id } = badge;
  const url = badge.url ?? address;
  const platform = platformOf(address) ?? platformOf(url) ?? platformOf(id);
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

/** Without the document as it was read: the bytes themselves are kept beside it. */
export function withoutRaw(examined: Examined): Examined {
  return examined.badge ? { ...examined, badge: { ...examined.badge, raw: null } } : examined;
}

function platformOf(address: string | undefined): BadgeFacts['platform'] | undefined {
  const link = address === undefined ? null : recogniseLink(address);
  return link && link.kind === 'badge' && link.platform !== 'openbadges'
    ? { id: link.platform, badge: link.id }
    : undefined;
}
