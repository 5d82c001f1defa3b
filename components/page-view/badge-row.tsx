import { Collapsible } from '@base-ui/react/collapsible';
import type { Finding } from '../../utils/messages/protocol.ts';
import type { Picture } from '../../utils/pages/picture.ts';
import { Chevron } from '../controls/icons.tsx';
import { type Shape, ToneShape } from '../controls/tone-shape.tsx';
import { ReportView } from '../report/report-view.tsx';
import { rowDetail, rowName } from '../report/row-words.ts';
import { t } from '../text.ts';
import type { FindingActions } from './page-view.tsx';

interface Props {
  finding: Finding;
  pictures: Readonly<Record<string, Picture>>;
  actions: FindingActions;
}

/** One badge of the page: pressing it scrolls the page there, the arrow unfolds the whole report. */
export function BadgeRow({ finding, pictures, actions }: Props) {
  const { report, key, platform } = finding;
  const name = rowName(finding);
  const shape: Shape =
    report && finding.state === 'done' ? report.tone : finding.state === 'idle' ? 'unchecked' : 'pending';
  return (
    <li>
      <Collapsible.Root className="row">
        <div className="row-head">
          <button
            type="button"
            className="row-main"
            onClick={() => actions.onScroll(key)}
            title={t('popup.show_in_page')}
          >
            <ToneShape shape={shape} />
            <span className="row-words">
              <span className="row-name stranger">{name}</span>
              <span className="quiet small stranger">{rowDetail(finding)}</span>
            </span>
          </button>
          {report ? (
            <Collapsible.Trigger className="icon-button" aria-label={t('popup.details_of', [name])}>
              <Chevron />
            </Collapsible.Trigger>
          ) : (
            finding.state === 'idle' && (
              <button type="button" className="button" data-kind="plain" onClick={() => actions.onCheck([key], false)}>
                {t('popup.check')}
              </button>
            )
          )}
        </div>
        {report && (
          <Collapsible.Panel className="row-panel">
            <ReportView
              report={report}
              nameless
              platform={platform}
              url={finding.url}
              picture={report.badge?.image ? pictures[report.badge.image] : null}
              busy={finding.state === 'pending'}
              onNeedPicture={actions.onNeedPicture}
              onCheckAgain={() => actions.onCheck([key], true)}
              onReadDocument={() => actions.onOpenAtDesk(finding.url)}
              onAllow={(host) => actions.onAllow(host, key)}
              onClaim={() => actions.onClaim(finding.url)}
            />
          </Collapsible.Panel>
        )}
      </Collapsible.Root>
    </li>
  );
}
