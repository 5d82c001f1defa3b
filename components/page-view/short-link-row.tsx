import type { Finding } from '../../utils/messages/protocol.ts';
import { plain } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { ToneShape } from '../controls/tone-shape.tsx';
import { t } from '../text.ts';

interface Props {
  finding: Finding;
  onScroll: (key: string) => void;
  /** Called in the click itself: it asks the browser for access to the short link's host. */
  onOpen: (key: string, url: string) => void;
}

/** A short link: never opened by itself, only when the reader says so. */
export function ShortLinkRow({ finding, onScroll, onOpen }: Props) {
  const address = finding.url.replace(/^https:\/\//, '');
  return (
    <li className="row">
      <div className="row-head row-wrap">
        <button
          type="button"
          className="row-main"
          onClick={() => onScroll(finding.key)}
          title={t('popup.show_in_page')}
        >
          <ToneShape shape="unchecked" />
          <span className="row-words">
            <span className="row-name stranger">{plain(finding.label) || address}</span>
            <span className="quiet small stranger">{address}</span>
          </span>
        </button>
        <Button onClick={() => onOpen(finding.key, finding.url)}>{t('popup.open_short')}</Button>
      </div>
    </li>
  );
}
