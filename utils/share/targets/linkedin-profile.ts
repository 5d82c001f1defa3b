import { readInstant } from '../../badge/instant.ts';
import type { SharedBadge } from '../types.ts';
import { organisationNumber } from './organisation-number.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';

/** A calendar month, UTC. */
export interface Month {
  year: number;
  /** 1–12. */
  month: number;
}

/** One field of LinkedIn's form. Its label is `share.field.<field>`. */
export interface ProfileField {
  field: 'name' | 'issuer' | 'issued' | 'expires' | 'credential_id' | 'credential_url';
  /** What to copy. A month as `2024-05`. */
  value: string;
  /** LinkedIn asks for month and year in two menus, and for no day. */
  month?: Month;
}

function monthOf(instant: string | undefined): Month | undefined {
  const read = readInstant(instant);
  if (!read) return undefined;
  const date = new Date(read.ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** LinkedIn's fields in the form's own order; those the badge says nothing about are left out. */
export function profileFields(badge: SharedBadge): ProfileField[] {
  const ofMonth = (field: 'issued' | 'expires', instant: string | undefined): ProfileField[] => {
    const month = monthOf(instant);
    return month ? [{ field, value: `${month.year}-${String(month.month).padStart(2, '0')}`, month }] : [];
  };
  return [
    { field: 'name', value: badge.name },
    { field: 'issuer', value: badge.issuer.name },
    ...ofMonth('issued', badge.issuedOn),
    ...ofMonth('expires', badge.expires),
    ...(badge.credentialId ? [{ field: 'credential_id' as const, value: badge.credentialId }] : []),
    { field: 'credential_url', value: badge.url },
  ];
}

/**
 * “Add to profile”. LinkedIn says (Help a528030) that the form no longer fills itself, and many see that it does: the parameters are sent, and each
 * field is offered to be copied. The organisation goes by number or by name, never both.
 */
export const linkedinProfile: ShareTarget = {
  id: 'linkedin-profile',
  name: 'LinkedIn',
  kind: 'fields',
  way: 'page',
  prefills: false,
  wording: null,
  counts: 'characters',
  measure: () => ({ used: 0 }),
  shorten: (text) => text,
  address({ badge, organisationId = '' }) {
    const issued = monthOf(badge.issuedOn);
    const expires = monthOf(badge.expires);
    const number = organisationNumber(organisationId) ?? '';
    return queryAddress('https://www.linkedin.com/profile/add', {
      startTask: 'CERTIFICATION_NAME',
      name: badge.name,
      organizationId: number,
      organizationName: number ? '' : badge.issuer.name,
      issueYear: issued ? String(issued.year) : '',
      issueMonth: issued ? String(issued.month) : '',
      expirationYear: expires ? String(expires.year) : '',
      expirationMonth: expires ? String(expires.month) : '',
      certUrl: badge.url,
      certId: badge.credentialId ?? '',
    });
  },
};
