import { Collapsible } from '@base-ui/react/collapsible';
import { useState } from 'react';
import type { Report } from '../../utils/badge/report.ts';
import { plain } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { Chevron } from '../controls/icons.tsx';
import { t } from '../text.ts';

interface Props {
  report: Report;
  /** The document is not at hand: reads it, or leads to where it can be read. */
  onReadDocument: () => void;
}

/** Longer documents are shown cut off; copied, they are whole. */
const MAX_SHOWN = 20_000;

/** Everything, as it is: all checks with their codes and details, and the credential as it was read. */
export function ExpertDetails({ report, onReadDocument }: Props) {
  const raw = report.badge?.raw ?? null;
  const words = raw === null ? '' : JSON.stringify(raw, null, 2);
  return (
    <Collapsible.Root>
      <Collapsible.Trigger className="fold">
        {t('expert.heading')}
        <Chevron />
      </Collapsible.Trigger>
      <Collapsible.Panel className="expert">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('expert.check')}</th>
              <th scope="col">{t('expert.outcome')}</th>
              <th scope="col">{t('expert.code')}</th>
              <th scope="col">{t('expert.detail')}</th>
            </tr>
          </thead>
          <tbody>
            {report.checks.map(({ id, outcome, code, detail }) => (
              <tr key={`${id} ${code} ${detail ?? ''}`}>
                <td>{id}</td>
                <td>{outcome}</td>
                <td>{code}</td>
                <td className="stranger">{plain(detail)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h4>{t('expert.document')}</h4>
        {raw === null ? (
          <div className="report-actions">
            <p className="quiet small">{t('expert.not_kept')}</p>
            <Button onClick={onReadDocument}>{t('expert.read')}</Button>
          </div>
        ) : (
          <textarea
            className="field"
            readOnly
            rows={12}
            spellCheck={false}
            aria-label={t('expert.document')}
            value={words.length > MAX_SHOWN ? `${words.slice(0, MAX_SHOWN)}…` : words}
          />
        )}
        <div className="report-actions">
          <CopyButton label={t('expert.copy_report')} text={() => JSON.stringify(report, null, 2)} />
          {raw !== null && <CopyButton label={t('expert.copy_document')} text={() => words} />}
        </div>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}

/** Copies, and says whether it could. */
function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [done, setDone] = useState<boolean | null>(null);
  const copy = () =>
    void navigator.clipboard.writeText(text()).then(
      () => setDone(true),
      () => setDone(false),
    );
  return (
    <>
      <Button onClick={copy}>{label}</Button>
      <span role="status" className="quiet small">
        {done === null ? '' : t(done ? 'expert.copied' : 'expert.not_copied')}
      </span>
    </>
  );
}
