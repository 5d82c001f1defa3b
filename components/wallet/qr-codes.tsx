import { toBase64 } from '../../utils/bytes/base64.ts';
import { qrPng, qrSvg } from '../../utils/share/embed/qr.ts';
import type { SharedBadge } from '../../utils/share/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';

export type SaveFile = (name: string, extension: string, content: string | Uint8Array<ArrayBuffer>) => void;

/** A code for each badge, to be printed. */
export function QrCodes({ badges, onSave }: { badges: readonly SharedBadge[]; onSave: SaveFile }) {
  return (
    <>
      <p className="quiet small">{t('embed.note.qr')}</p>
      <ul className="qr-codes">
        {badges.map((badge) => (
          <li key={badge.url}>
            <QrCode badge={badge} onSave={onSave} />
          </li>
        ))}
      </ul>
    </>
  );
}

function QrCode({ badge: { name, url }, onSave }: { badge: SharedBadge; onSave: SaveFile }) {
  const title = t('embed.qr_title', [url]);
  const png = qrPng(url);
  const svg = qrSvg(url, title);
  if (!png || !svg) return <p className="stranger">{t('embed.qr_none', [name])}</p>;
  return (
    <div className="qr-code">
      <img className="qr-picture" src={`data:image/png;base64,${toBase64(png)}`} alt={title} />
      <div className="row-words">
        <span className="row-name stranger">{name}</span>
        <span className="quiet small stranger">{url}</span>
        <span className="report-actions">
          <Button onClick={() => onSave(name, 'svg', svg)}>{t('embed.format.qr_svg')}</Button>
          <Button onClick={() => onSave(name, 'png', png)}>{t('embed.format.qr_png')}</Button>
        </span>
      </div>
    </div>
  );
}
