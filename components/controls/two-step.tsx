import { useEffect, useRef, useState } from 'react';
import { t } from '../text.ts';
import { Button } from './button.tsx';

interface Props {
  /** What the first press asks for. */
  label: string;
  /** What will happen, and that it cannot be taken back. */
  question: string;
  /** Of the button that does it. */
  answer: string;
  onDo: () => void;
}

/** Something that cannot be taken back: asked once more, in place. */
export function TwoStep({ label, question, answer, onDo }: Props) {
  const [isAsking, setAsking] = useState(false);
  const block = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);
  // The button that was pressed is gone: the focus goes to the one that does no harm, and back.
  useEffect(() => {
    if (isAsking || wasAsking.current) block.current?.querySelector('button')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  return (
    <div ref={block} className="two-step">
      {isAsking ? (
        <>
          <p role="alert">{question}</p>
          <div className="report-actions">
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button kind="danger" onClick={onDo}>
              {answer}
            </Button>
          </div>
        </>
      ) : (
        <Button kind="danger" onClick={() => setAsking(true)}>
          {label}
        </Button>
      )}
    </div>
  );
}
