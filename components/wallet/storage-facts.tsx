import { Button } from '../controls/button.tsx';
import { t, wordsLanguage } from '../text.ts';

export interface StorageFactsProps {
  /** null: not read yet. Bytes; null where the browser does not say. */
  facts: { used: number | null; granted: number | null; isKept: boolean } | null;
  refused: boolean;
  onAsk: () => void;
}

/** How much room there is, and whether the browser may clear it. */
export function StorageFacts({ facts, refused, onAsk }: StorageFactsProps) {
  if (!facts) return null;
  const { used, granted, isKept } = facts;
  return (
    <>
      {used !== null && granted !== null && <p>{t('keep.storage_used', [megabytes(used), megabytes(granted)])}</p>}
      <p role="status">{isKept ? t('keep.storage_kept') : t('keep.storage_loose')}</p>
      {!isKept && (
        <div>
          <Button onClick={onAsk}>{t('keep.storage_ask')}</Button>
        </div>
      )}
      <p role="status" className="small">
        {refused && !isKept ? t('keep.storage_refused') : ''}
      </p>
    </>
  );
}

const GIGABYTE = 1e9;

function megabytes(bytes: number): string {
  const isMany = bytes >= GIGABYTE;
  return new Intl.NumberFormat(wordsLanguage(), {
    style: 'unit',
    unit: isMany ? 'gigabyte' : 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / (isMany ? GIGABYTE : 1e6));
}
