import type { ReactNode } from 'react';
import type { Badge, Report } from '../../utils/badge/report.ts';
import { plain } from '../../utils/words/plain.ts';
import { formatDay, t } from '../text.ts';
import { OutsideLink } from './outside-link.tsx';
import { safeHref } from './safe-href.ts';

const MAX_SKILLS = 12;
const MAX_EVIDENCE = 5;

interface Props {
  badge: Badge;
  proof: Report['proof'];
}

/** What the badge says about itself. Everything here is its issuer's word. */
export function BadgeFacts({ badge, proof }: Props) {
  const facts: [string, ReactNode][] = [];
  const add = (label: string, value: ReactNode) => value && facts.push([label, value]);
  add(t('common.issued_on'), badge.issuedOn && formatDay(badge.issuedOn));
  add(t('common.expires_on'), badge.expires && formatDay(badge.expires));
  add(t('common.criteria'), criteria(badge.criteria));
  add(t('common.skills'), badge.skills.slice(0, MAX_SKILLS).map(plain).filter(Boolean).join(t('common.comma')));
  add(t('common.evidence'), evidence(badge.evidence));
  add(t('common.proof'), t(`proof.word.${proof}`));
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="stranger">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function criteria(text: string | undefined): ReactNode {
  return text && (safeHref(text) ? <OutsideLink address={text} /> : plain(text));
}

function evidence(list: string[] | undefined): ReactNode {
  if (!list || list.length === 0) return null;
  return (
    <ul>
      {[...new Set(list)].slice(0, MAX_EVIDENCE).map((address) => (
        <li key={address}>
          <OutsideLink address={address} />
        </li>
      ))}
    </ul>
  );
}
