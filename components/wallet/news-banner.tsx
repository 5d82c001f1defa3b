import type { NewsRow } from '../../utils/wallet/types.ts';
import { plain, snake } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { formatTime, t } from '../text.ts';

interface Props {
  news: readonly NewsRow[];
  nameOf: (id: string) => string;
  onOpen: (id: string) => void;
  onSeen: () => void;
}

const SHOWN = 5;

/** What changed while nobody looked, until it was seen. */
export function NewsBanner({ news, nameOf, onOpen, onSeen }: Props) {
  if (news.length === 0) return null;
  return (
    <section className="news" aria-labelledby="news-title">
      <div className="group-head">
        <h2 id="news-title">{t('news.title')}</h2>
        <Button kind="plain" onClick={onSeen}>
          {t('news.seen')}
        </Button>
      </div>
      <ul>
        {news.slice(0, SHOWN).map((each) => (
          <li key={each.n} className="news-item">
            <span className="stranger">{newsSentence(each, nameOf)}</span>
            <span className="quiet small">{formatTime(each.at)}</span>
            {each.badges.length === 1 && (
              <Button kind="plain" onClick={() => onOpen(each.badges[0] ?? '')}>
                {t('news.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {news.length > SHOWN && <p className="quiet small">{t('news.more', [news.length - SHOWN])}</p>}
    </section>
  );
}

/** One event in words; more than one badge: the first and how many. */
function newsSentence({ kind, badges, detail }: NewsRow, nameOf: Props['nameOf']): string {
  if (kind === 'watch-gone') return t('news.watch_gone', [plain(detail)]);
  const names = badges.map(nameOf).filter(Boolean);
  const list = names.length > 3 ? t('news.and_others', [names[0] ?? '', names.length - 1]) : names.join(', ');
  return t(`news.${snake(kind)}`, [list]);
}
