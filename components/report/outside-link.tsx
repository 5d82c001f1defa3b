import type { ReactNode } from 'react';
import { plain } from '../../utils/words/plain.ts';
import { t } from '../text.ts';
import { safeHref } from './safe-href.ts';

interface Props {
  address: string | undefined;
  className?: string;
  /** Default: the host that the link leads to. */
  children?: ReactNode;
}

/** A link out of the extension that opens in a new tab and tells the other side nothing. Plain text where the address is not one to follow. */
export function OutsideLink({ address, className, children }: Props) {
  const href = safeHref(address);
  if (!href) return <span className="stranger">{children ?? plain(address)}</span>;
  return (
    <a className={className} href={href} target="_blank" rel="noopener noreferrer">
      {children ?? <span className="stranger">{new URL(href).hostname}</span>}
      <span className="visually-hidden"> {t('common.new_tab')}</span>
    </a>
  );
}
