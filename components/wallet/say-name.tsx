import { type ReactNode, useRef, useState } from 'react';
import { plain } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

export interface SayNameActions {
  onThisIsMe: (name: string) => void;
  /** What was said last is taken back. */
  onNotMe: (name: string) => void;
}

interface Props extends SayNameActions {
  className: string;
  /** There is something to be shown or asked. */
  isOpen: boolean;
  children: (say: (name: string) => void) => ReactNode;
}

/** Where the user says "this is me". The question goes with its answer: the focus stays here, and what came of it is said, with the way back. */
export function SayName({ className, isOpen, onThisIsMe, onNotMe, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<{ name: string; isMe: boolean } | null>(null);
  if (!isOpen && said === null) return null;
  const say = (name: string, isMe: boolean) => {
    if (isMe) onThisIsMe(name);
    else onNotMe(name);
    setSaid({ name, isMe });
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className={className}>
      {children((name) => say(name, true))}
      <p role="status" className="small stranger">
        {said && t(said.isMe ? 'claim.me_said' : 'claim.me_unsaid', [plain(said.name)])}
      </p>
      {said?.isMe && <Button onClick={() => say(said.name, false)}>{t('wallet.undo')}</Button>}
    </div>
  );
}
