import { type ReactNode, useEffect, useRef } from 'react';
import { BackIcon } from '../controls/icons.tsx';
import { t } from '../text.ts';

interface Props {
  title: string;
  /** A stranger's words: they keep their own direction. */
  strange?: boolean;
  onBack: () => void;
  children?: ReactNode;
}

/** The head of each view but the list: the way back, and where one is. Takes the focus, so that who cannot see the change hears it. */
export function ViewHead({ title, strange, onBack, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="view-head">
      <button
        type="button"
        className="icon-button"
        aria-label={t('wallet.back')}
        title={t('wallet.back')}
        onClick={onBack}
      >
        <BackIcon />
      </button>
      <h1 ref={heading} tabIndex={-1} className={strange ? 'stranger' : undefined}>
        {title}
      </h1>
      {children}
    </div>
  );
}
