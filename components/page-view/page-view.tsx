import type { PanelState } from '../../utils/messages/protocol.ts';
import type { Picture } from '../../utils/pages/picture.ts';
import { plain } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../text.ts';
import { BadgeRow } from './badge-row.tsx';
import { type FindingGroup, type GroupName, groupFindings } from './group-findings.ts';
import { ShortLinkRow } from './short-link-row.tsx';

export interface FindingActions {
  onScroll: (key: string) => void;
  onCheck: (keys: string[], again: boolean) => void;
  onNeedPicture: (address: string) => void;
  onAllow: (host: string, key: string) => void;
  onOpenShortLink: (key: string, url: string) => void;
  /** The desk has the document behind an answer too. */
  onOpenAtDesk: (url: string) => void;
  /** Look at it in the wallet, to be added there. */
  onClaim: (url: string) => void;
}

interface Props {
  state: PanelState;
  pictures: Readonly<Record<string, Picture>>;
  actions: FindingActions;
}

/** All badges of the page, grouped by answer. */
export function PageView({ state, pictures, actions }: Props) {
  const groups = groupFindings(state.findings);
  const person = plain(state.person ?? '');
  return (
    <>
      <div className="page-summary" role="status">
        <h1>{t('popup.count', state.findings.length)}</h1>
        <p className="quiet small stranger">{person ? t('popup.compared', [person]) : t('popup.no_person')}</p>
        {state.removedByPage ? <p className="small">{t('popup.removed', state.removedByPage)}</p> : null}
      </div>
      {groups.map((group) => (
        <Group key={group.name} group={group} pictures={pictures} actions={actions} />
      ))}
    </>
  );
}

const HEADINGS: Record<GroupName, () => string> = {
  ok: () => t('tone.ok'),
  caution: () => t('tone.caution'),
  bad: () => t('tone.bad'),
  unknown: () => t('tone.unknown'),
  pending: () => t('popup.group_pending'),
  idle: () => t('popup.group_idle'),
  'short-link': () => t('popup.group_short'),
};

function Group({ group, pictures, actions }: Omit<Props, 'state'> & { group: FindingGroup }) {
  const { name, findings } = group;
  return (
    <section className="group" aria-labelledby={`group-${name}`}>
      <div className="group-head">
        <h2 id={`group-${name}`}>
          {HEADINGS[name]()} <span className="quiet">{findings.length}</span>
        </h2>
        {name === 'idle' && (
          <Button
            main
            onClick={() =>
              actions.onCheck(
                findings.map(({ key }) => key),
                false,
              )
            }
          >
            {t('popup.check_all')}
          </Button>
        )}
      </div>
      {name === 'short-link' && <p className="quiet small group-note">{t('popup.short_note')}</p>}
      <ul>
        {findings.map((finding) =>
          name === 'short-link' ? (
            <ShortLinkRow
              key={finding.key}
              finding={finding}
              onScroll={actions.onScroll}
              onOpen={actions.onOpenShortLink}
            />
          ) : (
            <BadgeRow key={finding.key} finding={finding} pictures={pictures} actions={actions} />
          ),
        )}
      </ul>
    </section>
  );
}
