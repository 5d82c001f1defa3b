import type { Entry } from '../../utils/wallet/search.ts';
import type { BadgeFacts, BadgeRow } from '../../utils/wallet/types.ts';
import { plain, snake } from '../../utils/words/plain.ts';
import { platformName } from '../../utils/words/platform-name.ts';
import { formatDay, t } from '../text.ts';

/** The badge's name as it may be shown. */
export function badgeName({ name }: Pick<BadgeFacts, 'name'>): string {
  return plain(name) || t('common.unnamed_badge');
}

/** Issuer and dates: what tells one badge from another of the same name. */
export function badgeLine({ issuer, issuedOn, expires, platform }: BadgeFacts): string {
  const by = plain(issuer.name) || (platform ? platformName(platform.id, t) : '');
  const dates = [issuedOn && formatDay(issuedOn), expires && t('wallet.until', [formatDay(expires)])];
  return [by, ...dates].filter(Boolean).join(' · ');
}

/** The answer in a few words, then whatever keeps the badge from being shared. */
export function answerLine({ row, answer }: Entry): string {
  const { verdict, standing } = answer;
  const vouchedFor = standing === 'vetted' || standing === 'trusted';
  const decides = standing === 'impostor' || (verdict === 'verified' && !vouchedFor);
  const found = decides ? t(`standing.word.${standing}`) : t(`verdict.word.${snake(verdict)}`);
  const unproved = row.restored && verdict === 'undecided';
  const first = row.acceptance === 'unclaimed' ? t('wallet.unclaimed') : unproved ? t('keep.restored') : found;
  return [first, ...marksOf(row)].join(' · ');
}

function marksOf({ visibility, ownership, typeRetired }: BadgeRow): string[] {
  return [
    ownership === 'reference' ? t('wallet.reference') : '',
    visibility === 'private' ? t('wallet.private') : '',
    typeRetired ? t('wallet.type_retired') : '',
  ].filter(Boolean);
}
