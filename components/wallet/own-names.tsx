import { plain } from '../../utils/words/plain.ts';
import { RemovableList } from '../options/list-editor.tsx';
import { t } from '../text.ts';

interface Props {
  names: readonly string[];
  onRemove: (name: string) => void;
}

/** Names that the user has said to be theirs beside the one that they go by. */
export function OwnNames({ names, onRemove }: Props) {
  if (names.length === 0) return null;
  return (
    <>
      <p className="small">{t('keep.names')}</p>
      <RemovableList
        label={t('keep.names')}
        empty=""
        items={names.map((name) => ({ key: name, name: plain(name), words: plain(name) }))}
        onRemove={onRemove}
      />
    </>
  );
}
