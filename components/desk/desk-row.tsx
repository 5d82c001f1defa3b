import { Collapsible } from '@base-ui/react/collapsible';
import type { Picture } from '../../utils/pages/picture.ts';
import type { Problem } from '../../utils/pages/read-sources.ts';
import { snake } from '../../utils/words/plain.ts';
import { toneWords } from '../../utils/words/tone-words.ts';
import { Chevron } from '../controls/icons.tsx';
import { ToneShape } from '../controls/tone-shape.tsx';
import { ReportView } from '../report/report-view.tsx';
import { type RowSubject, rowDetail, rowName } from '../report/row-words.ts';
import { t } from '../text.ts';

export interface DeskItem extends RowSubject {
  id: string;
  url?: string;
  /** Why it was not asked about, or came to no answer. */
  problem: Problem | 'no-answer' | 'stopped' | null;
}

export interface DeskActions {
  onCheckAgain: (id: string) => void;
  onAllow: (host: string, id: string) => void;
  onNeedPicture: (address: string) => void;
  /** Look at it in the wallet, to be added there. */
  onClaim: (url: string) => void;
}

interface Props {
  item: DeskItem;
  /** The only one: shown unfolded. */
  open: boolean;
  picture: Picture;
  actions: DeskActions;
}

/** One thing that was given to the desk, and what came of it. */
export function DeskRow({ item, open, picture, actions }: Props) {
  const { report, problem, state } = item;
  const words = (
    <>
      <ToneShape shape={report && state === 'done' ? report.tone : state === 'pending' ? 'pending' : 'unchecked'} />
      <span className="row-words">
        <span className="row-name stranger">{rowName(item)}</span>
        <span className="quiet small stranger">
          {report && <strong>{toneWords(report, t)} · </strong>}
          {problem ? t(`desk.problem.${snake(problem)}`) : state === 'idle' ? t('desk.waiting') : rowDetail(item)}
        </span>
      </span>
    </>
  );
  if (!report) {
    return (
      <li className="row">
        <div className="row-main row-still">{words}</div>
      </li>
    );
  }
  return (
    <li className="row">
      <Collapsible.Root defaultOpen={open}>
        <Collapsible.Trigger className="row-main">
          {words}
          <Chevron />
        </Collapsible.Trigger>
        <Collapsible.Panel className="row-panel">
          <ReportView
            report={report}
            nameless
            nameEntered
            platform={item.platform || undefined}
            url={item.url}
            picture={picture}
            busy={state === 'pending'}
            onNeedPicture={actions.onNeedPicture}
            onCheckAgain={() => actions.onCheckAgain(item.id)}
            onReadDocument={() => actions.onCheckAgain(item.id)}
            onAllow={(host) => actions.onAllow(host, item.id)}
            onClaim={item.url === undefined ? undefined : () => actions.onClaim(item.url ?? '')}
          />
        </Collapsible.Panel>
      </Collapsible.Root>
    </li>
  );
}
