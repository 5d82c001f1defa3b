import { Reading } from '../../components/wallet/reading.tsx';
import { openPage, openWalletPage } from '../../utils/pages/open-page.ts';
import '../../components/wallet/profile.css';
import { useEffect, useMemo, useState } from 'react';
import { t, wordsLanguage } from '../../components/text.ts';
import { badgeLine, badgeName } from '../../components/wallet/answer-words.ts';
import { ProfileView } from '../../components/wallet/profile-view.tsx';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { wallet } from '../../utils/pages/wallet/open.ts';
import * as act from '../../utils/pages/wallet/profile-actions.ts';
import { tellTrouble, useWallet } from '../../utils/pages/wallet/store.ts';
import { OBSTACLE_WORDS } from '../../utils/share/obstacles.ts';
import { dataPicture } from '../../utils/share/profile/data-picture.ts';
import { PAGE_LANGUAGES } from '../../utils/share/profile/page-words.ts';
import type { Profile } from '../../utils/share/profile/types.ts';
import { pickLanguage } from '../../utils/share/targets/post-language.ts';
import { type KeptProfile, readProfile } from '../../utils/wallet/profile.ts';
import { choicesOf, MAX_SHOWN, movedBy, setShown } from '../../utils/wallet/profile-order.ts';
import { shareableOf } from '../../utils/wallet/shareable.ts';
import { troubleOf } from '../../utils/wallet/trouble.ts';
import type { BadgeRow } from '../../utils/wallet/types.ts';
import { inPopup } from './in-popup.ts';
import { useLive } from './use-live.ts';

/** While somebody types, the page is not made anew for each key, in milliseconds. */
const CALM = 300;

export function ProfileContainer() {
  const { rows, partial, preferences } = useWallet();
  const kept = useLive(() => readProfile(wallet), '');
  if (!rows || partial || !preferences || !kept) return <Reading />;
  return <Editor rows={rows} kept={kept} name={preferences.name} />;
}

interface EditorProps {
  rows: readonly BadgeRow[];
  kept: KeptProfile;
  /** The name the user goes by in the wallet: a proposal. */
  name: string;
}

function Editor({ rows, kept, name }: EditorProps) {
  const now = useMemo(() => (rows ? Date.now() : 0), [rows]);
  const judged = useMemo(() => rows.map((row) => ({ row, ...shareableOf(row, now) })), [rows, now]);
  const wanted = useMemo(
    () => judged.map(({ row, obstacles }) => ({ id: row.id, fits: obstacles.length === 0 })),
    [judged],
  );
  const begin = (from: KeptProfile): Profile => ({
    ...from,
    ...(from.revision === 0 && {
      name,
      language: pickLanguage([wordsLanguage()], PAGE_LANGUAGES) ?? 'en',
    }),
    badges: choicesOf(from, wanted),
  });
  const [base, setBase] = useState(kept);
  const [edited, setEdited] = useState(() => begin(kept));
  const [changed, setChanged] = useState(false);
  const [saved, setSaved] = useState(false);
  const [pictureProblem, setPictureProblem] = useState<'kind' | 'large' | null>(null);
  const [full, setFull] = useState(false);
  // Badges may come and go while this is open; none of them gets on the page by itself.
  const profile = useMemo(
    () => ({ ...edited, badges: choicesOf({ badges: edited.badges, revision: 1 }, wanted) }),
    [edited, wanted],
  );
  const calm = useCalm(profile);
  const { heavy, complete } = useHeavy(profile.badges.filter((choice) => choice.shown).map(({ id }) => id));
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const page = useMemo(() => act.pageOf(calm, byId, heavy, now), [calm, byId, heavy, now]);
  const picture = useMemo(() => dataPicture(profile.picture)?.address ?? null, [profile.picture]);
  const overtaken = kept.revision > base.revision;

  function change(part: Partial<Profile>): void {
    setEdited({ ...profile, ...part });
    setChanged(true);
    setSaved(false);
  }

  /** True when what is on the screen is what is kept. */
  async function save(revision: number): Promise<boolean> {
    if (!changed && revision === base.revision && revision > 0) return true;
    const next = await act.saveProfile(revision, profile);
    if (next === null) return false;
    setBase({ ...profile, revision: next });
    setChanged(false);
    setSaved(true);
    return true;
  }

  async function open(hash: string): Promise<void> {
    if (await save(base.revision)) await openPage(`/profile.html${hash}`);
  }

  const fitting = new Set(wanted.filter(({ fits }) => fits).map(({ id }) => id));
  const listed = (row: BadgeRow) => ({ id: row.id, name: badgeName(row.facts), line: badgeLine(row.facts) });
  return (
    <ProfileView
      person={{
        profile,
        picture,
        pictureProblem,
        inPopup: inPopup(),
        onChange: change,
        onPicture: (file) =>
          void act.readPicture(file).then((read) => {
            setPictureProblem(typeof read === 'string' ? read : null);
            if (typeof read !== 'string') change({ picture: read });
          }),
        onOpenPage: () => void openWalletPage({ at: 'profile' }),
      }}
      badges={{
        badges: profile.badges.flatMap((choice) => {
          const row = byId.get(choice.id);
          return row && fitting.has(row.id) ? [{ ...listed(row), shown: choice.shown }] : [];
        }),
        leftOut: judged.flatMap(({ row, obstacles: [first] }) =>
          first ? [{ ...listed(row), why: t(OBSTACLE_WORDS[first].why), help: t(OBSTACLE_WORDS[first].help) }] : [],
        ),
        withoutPicture: (complete ? page.withoutPicture : []).flatMap((id) => {
          const row = byId.get(id);
          return row ? [badgeName(row.facts)] : [];
        }),
        problem: full ? t('profile.enough', [MAX_SHOWN]) : null,
        onShow: (ids, isShown) => {
          const badges = setShown(profile.badges, new Set(ids), isShown);
          setFull(badges === null);
          if (badges) change({ badges });
        },
        onMove: (id, by) => change({ badges: movedBy(profile.badges, id, by, (each) => fitting.has(each)) }),
      }}
      html={page.html}
      complete={complete}
      changed={changed}
      overtaken={overtaken}
      saved={saved}
      onChange={change}
      onSave={() => void save(base.revision)}
      onTakeOther={() => {
        setBase(kept);
        setEdited(begin(kept));
        setChanged(false);
      }}
      onSaveAllTheSame={() => void save(kept.revision)}
      onSaveFile={() =>
        void save(base.revision).then((done) => {
          if (done && heavy)
            act.savePage(act.pageOf(profile, byId, heavy, Date.now()), profile.name || t('profile.file'));
        })
      }
      onPrint={() => void open('#print')}
      onOpen={() => void open('')}
      onBack={() => goTo({ at: 'list' })}
    />
  );
}

/** The value as it was when it last stood still for a while. */
function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), CALM);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}

/** Pictures and descriptions of these badges, each read once; `complete` when none is missing. */
function useHeavy(ids: readonly string[]): { heavy: ReadonlyMap<string, act.Heavy>; complete: boolean } {
  const [heavy, setHeavy] = useState<ReadonlyMap<string, act.Heavy>>(new Map());
  const missing = ids.filter((id) => !heavy.has(id));
  const key = missing.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which are missing
  useEffect(() => {
    if (missing.length === 0) return;
    void act
      .readHeavy(missing)
      .then((found) =>
        setHeavy((before) => new Map([...before, ...missing.map((id) => [id, found.get(id) ?? {}] as const)])),
      )
      .catch((error) => tellTrouble(troubleOf(error)));
  }, [key]);
  return { heavy, complete: missing.length === 0 };
}
