import { useState } from 'react';
import type { RestoreChoices } from '../../utils/wallet/backup/restore.ts';
import type { PlannedBadge, RestorePlan } from '../../utils/wallet/backup/restore-plan.ts';
import { isPreference, type Preferences } from '../../utils/wallet/preferences.ts';
import { plain } from '../../utils/words/plain.ts';
import { Button } from '../controls/button.tsx';
import { formatMoment, t } from '../text.ts';
import { toggled } from '../toggled.ts';
import { badgeLine, badgeName } from './answer-words.ts';

interface Props {
  name: string;
  createdAt: string;
  unread: number;
  plan: RestorePlan;
  onApply: (choices: RestoreChoices) => void;
  onCancel: () => void;
}

/** Rows drawn at first: a backup may have thousands. */
const SHOWN = 30;

/** What a backup would do, badge by badge, and what of it is to be done. Nothing is written yet. */
export function BackupPreview({ name, createdAt, unread, plan, onApply, onCancel }: Props) {
  const [all, setAll] = useState(false);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [merge, setMerge] = useState(true);
  const [watches, setWatches] = useState(true);
  const [preferences, setPreferences] = useState(true);
  const count = (kind: PlannedBadge['kind']) => plan.badges.filter((planned) => planned.kind === kind).length;
  const fills = plan.badges.some((planned) => planned.kind === 'differs' && Object.keys(planned.brings).length > 0);
  const hasAny = fills || count('new') + plan.watches.length + plan.preferences.length > 0;
  const shown = all ? plan.badges : plan.badges.slice(0, SHOWN);
  return (
    <div className="backup-preview">
      <p className="stranger">
        <strong>{t('keep.restore_of', [plain(name), formatMoment(createdAt)])}</strong>
      </p>
      <p role="status">{t('keep.restore_counts', [count('new'), count('there'), count('differs')])}</p>
      {unread > 0 && <p className="field-error">{t('keep.restore_unread', unread)}</p>}
      {count('new') > 0 && <p className="quiet small">{t('keep.restore_unproved')}</p>}
      {shown.length > 0 && (
        <ul className="draft-items">
          {shown.map((planned, at) => (
            <Planned
              // The file may have a badge twice.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              key={at}
              planned={planned}
              taken={!leftOut.has(planned.row.id)}
              onTake={(isTaken) => setLeftOut(toggled(leftOut, planned.row.id, !isTaken))}
            />
          ))}
        </ul>
      )}
      {shown.length < plan.badges.length && (
        <div>
          <Button kind="plain" onClick={() => setAll(true)}>
            {t('keep.restore_all', [plan.badges.length])}
          </Button>
        </div>
      )}
      {fills && <Tick label={t('keep.restore_merge')} checked={merge} onChange={setMerge} />}
      {plan.watches.length > 0 && (
        <Tick
          label={t('keep.restore_watches', [plan.watches.map(({ address }) => address).join(t('common.comma'))])}
          checked={watches}
          onChange={setWatches}
        />
      )}
      {plan.preferences.length > 0 && (
        <Tick
          label={t('keep.restore_preferences', [plan.preferences.map(preferenceWords).join(t('common.comma'))])}
          checked={preferences}
          onChange={setPreferences}
        />
      )}
      <div className="report-actions">
        <Button kind="primary" busy={!hasAny} onClick={() => onApply({ leftOut, merge, watches, preferences })}>
          {t('keep.restore_apply')}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          {t('keep.restore_cancel')}
        </Button>
      </div>
    </div>
  );
}

function Planned({
  planned,
  taken,
  onTake,
}: {
  planned: PlannedBadge;
  taken: boolean;
  onTake: (isTaken: boolean) => void;
}) {
  const { row, kind } = planned;
  const name = badgeName(row.facts);
  const can = kind === 'new' || (kind === 'differs' && Object.keys(planned.brings).length > 0);
  return (
    <li className="row draft-item">
      <span className="draft-take">
        <input
          type="checkbox"
          checked={can && taken}
          disabled={!can}
          aria-label={t('keep.restore_take', [name])}
          onChange={(event) => onTake(event.target.checked)}
        />
      </span>
      <span className="row-words">
        <span className="row-name stranger">{name}</span>
        <span className="quiet small stranger">{badgeLine(row.facts)}</span>
        <span className="small">{kindWords(planned)}</span>
      </span>
    </li>
  );
}

function kindWords(planned: PlannedBadge): string {
  if (planned.kind !== 'differs') return t(`keep.restore_kind.${planned.kind}`);
  const { note, tags, collections, files, undelete } = planned.brings;
  const brings = [
    note !== undefined && t('keep.restore_note'),
    tags && t('keep.restore_tags'),
    collections && t('keep.restore_collections'),
    files && t('keep.restore_original'),
    undelete && t('keep.restore_undelete'),
  ].filter((words) => typeof words === 'string');
  return brings.length > 0
    ? t('keep.restore_kind.fills', [brings.join(t('common.comma'))])
    : t('keep.restore_kind.differs');
}

/** A choice in words, with what was chosen where that is the user's own text. */
function preferenceWords({ key, value }: RestorePlan['preferences'][number]): string {
  if (!isPreference(key)) return t('keep.preference.profile');
  const words = t(`keep.preference.${key}`);
  return OWN_WORDS.includes(key)
    ? `${words} (${[value]
        .flat()
        .map((each) => plain(String(each)))
        .join(t('common.comma'))})`
    : words;
}

const OWN_WORDS: readonly string[] = ['name', 'names', 'mastodon'] satisfies (keyof Preferences)[];

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange: (is: boolean) => void }) {
  return (
    <label className="check-row">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="stranger">{label}</span>
    </label>
  );
}
