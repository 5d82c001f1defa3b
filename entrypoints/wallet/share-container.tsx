import { useEffect, useState } from 'react';
import { t } from '../../components/text.ts';
import { badgeLine, badgeName } from '../../components/wallet/answer-words.ts';
import { Reading } from '../../components/wallet/reading.tsx';
import type { ShareFormProps } from '../../components/wallet/share-form.tsx';
import type { ObstacleActions } from '../../components/wallet/share-obstacles.tsx';
import { ShareView } from '../../components/wallet/share-view.tsx';
import { openPage } from '../../utils/pages/open-page.ts';
import * as act from '../../utils/pages/wallet/list-actions.ts';
import { goTo } from '../../utils/pages/wallet/navigate.ts';
import { needPicture } from '../../utils/pages/wallet/pictures.ts';
import { languageOf, postText } from '../../utils/pages/wallet/post-text.ts';
import * as share from '../../utils/pages/wallet/share-actions.ts';
import { useWallet } from '../../utils/pages/wallet/store.ts';
import type { SharedBadge } from '../../utils/share/types.ts';
import { issuerKey, organisationOf } from '../../utils/wallet/organisations.ts';
import type { Preferences } from '../../utils/wallet/preferences.ts';
import { acceptAddress, shareableOf } from '../../utils/wallet/shareable.ts';
import type { BadgeRow } from '../../utils/wallet/types.ts';
import { useBadge } from './use-badge.ts';

export function ShareContainer({ id }: { id: string }) {
  const row = useBadge(id);
  const { preferences } = useWallet();
  if (row === null) return null;
  if (!row || !preferences) return <Reading />;
  return <Share key={id} row={row} preferences={preferences} />;
}

function Share({ row, preferences }: { row: BadgeRow; preferences: Preferences }) {
  const { id, facts } = row;
  const { pictures, checking } = useWallet();
  const picture = pictures[id];
  useEffect(() => {
    if (picture === undefined) needPicture(id);
  }, [id, picture]);
  const { badge, obstacles } = shareableOf(row, Date.now());
  const language = useLanguage(badge);
  return (
    <ShareView
      name={badgeName(facts)}
      line={badgeLine(facts)}
      picture={picture}
      obstacles={obstacles}
      help={helpWith(row, checking.has(id))}
      form={badge && language ? formOf(badge, row, preferences, language.is) : null}
      onBack={() => goTo({ at: 'badge', id })}
    />
  );
}

/** Null until the browser has looked at its words. */
function useLanguage(badge: SharedBadge | null): { is: string | undefined } | null {
  const [language, setLanguage] = useState<{ is: string | undefined } | null>(null);
  const words = JSON.stringify(badge);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the badge is made anew each time, its words say whether it is another
  useEffect(() => {
    let mine = true;
    if (badge) void languageOf(badge).then((is) => mine && setLanguage({ is }));
    return () => {
      mine = false;
    };
  }, [words]);
  return language;
}

function helpWith(row: BadgeRow, checking: boolean): ObstacleActions {
  const accept = acceptAddress(row);
  return {
    checking,
    onMakePublic: () => void act.setVisibility([row.id], 'public'),
    onCheck: () => void act.checkBadges([row.id]),
    onAddEmail: () => goTo({ at: 'settings' }),
    onAccept: accept === undefined ? null : () => void share.openTab(accept),
    onTrust: () => void openPage('/options.html'),
    onAddLink: () => goTo({ at: 'add' }),
    onShow: () => goTo({ at: 'badge', id: row.id }),
  };
}

function formOf(
  badge: SharedBadge,
  { facts }: BadgeRow,
  preferences: Preferences,
  language: string | undefined,
): ShareFormProps {
  const issuer = issuerKey(facts);
  const target = share.targetOf(preferences.target);
  const targets = share.targetsHere();
  const here = targets.includes(target) ? target : share.targetOf(undefined);
  return {
    badge,
    targets,
    target: here,
    favourite: preferences.favourite,
    post: postText(here, badge, preferences, { badge: language, own: t('@@ui_locale') }),
    language: preferences.postLanguage,
    hashtags: preferences.hashtags,
    server: preferences.mastodon,
    organisation: issuer === null ? null : organisationOf(preferences, facts),
    actions: {
      onTarget: (id) => void share.choose({ target: id }),
      onFavourite: (id) => void share.choose({ favourite: id }),
      onTemplate: (text) => void share.rememberTemplate(here.id, text),
      onLanguage: (postLanguage) => void share.choose({ postLanguage }),
      onHashtags: (hashtags) => void share.choose({ hashtags }),
      onServer: (mastodon) => void share.choose({ mastodon }),
      onOrganisation: (number) => {
        if (issuer !== null) void share.rememberOrganisation(issuer, number);
      },
      onSend: (draft) => void share.sendTo(here, draft),
      onOpen: (address) => void share.openTab(address),
      onCopy: (text) => void share.copied(text),
    },
  };
}
