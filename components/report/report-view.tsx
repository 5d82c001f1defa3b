import { useEffect } from 'react';
import { hostsNotPermitted } from '../../utils/badge/not-permitted.ts';
import type { Report } from '../../utils/badge/report.ts';
import type { Picture } from '../../utils/pages/picture.ts';
import { askedSentence } from '../../utils/words/asked-sentence.ts';
import { plain } from '../../utils/words/plain.ts';
import { platformName } from '../../utils/words/platform-name.ts';
import { Button } from '../controls/button.tsx';
import { formatMoment, t } from '../text.ts';
import { AnswerList } from './answer-list.tsx';
import { BadgeFacts } from './badge-facts.tsx';
import { BadgePicture } from './badge-picture.tsx';
import { CheckList } from './check-list.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { ExpertDetails } from './expert-details.tsx';
import { OutsideLink } from './outside-link.tsx';
import { safeHref } from './safe-href.ts';

const MAX_DESCRIPTION = 300;

export interface ReportViewProps {
  report: Report;
  /** Folder name under utils/platforms, where the badge was recognised as a platform's. */
  platform?: string;
  /** Clean public address. Default: the one the badge gives. */
  url?: string;
  picture: Picture;
  busy?: boolean;
  /** The badge's name stands above already. */
  nameless?: boolean;
  /** The name to compare with was entered by the reader, not read from a page. */
  nameEntered?: boolean;
  /** Called once for an address whose picture is not known yet. */
  onNeedPicture: (address: string) => void;
  onCheckAgain: () => void;
  /** The document behind the answer is not at hand: reads it, or leads to where it can be read. */
  onReadDocument: () => void;
  /** Ask the browser for access to a host that a check says is missing. Called in the click itself. */
  onAllow: (host: string) => void;
  /** Look at it in the wallet, to be added there. Left out where it is in the wallet already, or cannot be. */
  onClaim?: () => void;
}

/** The full answer about one badge. */
export function ReportView(props: ReportViewProps) {
  const { report, platform, picture, nameless, onNeedPicture } = props;
  const { badge } = report;
  const address = badge?.image;
  useEffect(() => {
    if (address && picture === undefined) onNeedPicture(address);
  }, [address, picture, onNeedPicture]);
  return (
    <div className="report">
      {badge && (
        <div className="report-head">
          <BadgePicture picture={address ? picture : null} size={64} />
          <div>
            {!nameless && <h3 className="stranger">{plain(badge.name) || t('common.unnamed_badge')}</h3>}
            {badge.description && <Description text={badge.description} />}
          </div>
        </div>
      )}
      <AnswerList report={report} platform={platform} nameEntered={props.nameEntered} />
      {badge && <BadgeFacts badge={badge} proof={report.proof} />}
      <EvidenceList report={report} />
      <CheckList checks={report.checks} />
      <ExpertDetails report={report} onReadDocument={props.onReadDocument} />
      <p className="quiet small stranger">{askedSentence(report, t, formatMoment)}</p>
      <ReportActions {...props} />
    </div>
  );
}

/** The issuer's own words about the badge, cut where they become an essay. */
function Description({ text }: { text: string }) {
  const letters = [...text];
  return (
    <p className="description stranger">
      {letters.length > MAX_DESCRIPTION ? `${letters.slice(0, MAX_DESCRIPTION).join('')}…` : text}
    </p>
  );
}

function ReportActions({ report, platform, url, busy, onCheckAgain, onAllow, onClaim }: ReportViewProps) {
  const [host] = hostsNotPermitted(report.checks);
  const address = safeHref(url) ?? safeHref(report.badge?.url);
  const wait = report.retryAt ? formatMoment(report.retryAt) : '';
  return (
    <>
      {wait && (
        <p className="small">
          {t('common.retry_after', [plain(report.asked.at(-1)) || t('common.the_platform'), wait])}
        </p>
      )}
      <div className="report-actions">
        {host && <Button onClick={() => onAllow(host)}>{t('common.allow_host', [host])}</Button>}
        <Button onClick={onCheckAgain} busy={busy}>
          {busy ? t('common.checking') : t('common.check_again')}
        </Button>
        {onClaim && report.badge && <Button onClick={onClaim}>{t('common.claim')}</Button>}
        {address && (
          <OutsideLink className="button" address={address}>
            {platform ? t('common.open_on', [platformName(platform, t)]) : t('common.open_badge')}
          </OutsideLink>
        )}
      </div>
    </>
  );
}
