import { type ReactNode, useState } from 'react';
import { handedOver, isPasted } from '../../utils/share/targets/handed-over.ts';
import { mastodonServer } from '../../utils/share/targets/mastodon-server.ts';
import { organisationNumber } from '../../utils/share/targets/organisation-number.ts';
import type { Draft, ShareTarget } from '../../utils/share/targets/types.ts';
import type { SharedBadge } from '../../utils/share/types.ts';
import { targetName } from '../../utils/words/target-name.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { t } from '../text.ts';
import { PostEditor } from './post-editor.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { RememberedField } from './remembered-field.tsx';
import { TargetList } from './target-list.tsx';

/** The text before the user changed it. */
export interface Post {
  template: string;
  remembered: boolean;
  text: string;
}

export interface ShareFormProps {
  badge: SharedBadge;
  targets: readonly ShareTarget[];
  target: ShareTarget;
  /** Id of the favourite target. */
  favourite: string;
  post: Post;
  language: 'badge' | 'own';
  hashtags: boolean;
  /** Host of the user's Mastodon server, empty where none was entered. */
  server: string;
  /** LinkedIn's number of the issuer, empty where none was entered; null where there is nothing to remember the issuer by. */
  organisation: string | null;
  actions: ShareActions;
}

export interface ShareActions {
  onTarget: (id: string) => void;
  onFavourite: (id: string) => void;
  onTemplate: (text: string | null) => void;
  onLanguage: (language: 'badge' | 'own') => void;
  onHashtags: (isOn: boolean) => void;
  onServer: (host: string) => void;
  onOrganisation: (number: string) => void;
  /** Opens, copies or hands over what the target wants. */
  onSend: (draft: Draft) => void;
  /** Opens this address instead. */
  onOpen: (address: string) => void;
  onCopy: (text: string) => void;
}

/** To whom, with which words, and what exactly they get. */
export function ShareForm(props: ShareFormProps) {
  const { target, actions } = props;
  return (
    <div className="share-form">
      <TargetList
        targets={props.targets}
        chosen={target.id}
        favourite={props.favourite}
        onChoose={actions.onTarget}
        onFavourite={actions.onFavourite}
      />
      {target.kind === 'fields' ? <ProfileForm {...props} /> : <PostForm key={target.id} {...props} />}
    </div>
  );
}

function ProfileForm({ badge, organisation, actions }: ShareFormProps) {
  return (
    <ProfileFields
      badge={badge}
      onCopy={actions.onCopy}
      onOpen={() => actions.onSend({ badge, text: '', organisationId: organisation ?? '' })}
    >
      {organisation !== null && (
        <RememberedField
          label={t('share.organisation')}
          hint={t('share.organisation_hint')}
          error={t('share.organisation_error')}
          value={organisation}
          read={organisationNumber}
          onValue={actions.onOrganisation}
        />
      )}
    </ProfileFields>
  );
}

function PostForm(props: ShareFormProps) {
  const { badge, target, post, actions, server } = props;
  const [edited, setEdited] = useState<string | null>(null);
  const text = target.wording === null ? '' : (edited ?? post.text);
  const draft: Draft = { badge, text, server };
  const name = target.name ?? targetName(target, t);
  return (
    <>
      {target.wording !== null && (
        <PostEditor
          target={target}
          name={name}
          text={text}
          length={target.measure(text, badge.url, badge.name)}
          changed={edited !== null}
          template={post.template}
          remembered={post.remembered}
          onText={setEdited}
          onTemplate={(template) => {
            setEdited(null);
            actions.onTemplate(template);
          }}
          onShorten={() => setEdited(target.shorten(text, badge.url, badge.name))}
        >
          <Segments
            label={t('share.language')}
            value={props.language}
            options={[
              { value: 'badge', label: t('share.language_badge') },
              { value: 'own', label: t('share.language_own') },
            ]}
            onChange={(language) => {
              setEdited(null);
              actions.onLanguage(language);
            }}
          />
          {badge.skills.length > 0 && (
            <SwitchRow
              label={t('share.hashtags')}
              checked={props.hashtags}
              onChange={(isOn) => {
                setEdited(null);
                actions.onHashtags(isOn);
              }}
            />
          )}
        </PostEditor>
      )}
      {target.id === 'mastodon' && (
        <RememberedField
          label={t('share.server')}
          hint={t('share.server_hint')}
          error={t('share.server_error')}
          value={server}
          read={mastodonServer}
          onValue={actions.onServer}
        />
      )}
      <Preview target={target} draft={draft} />
      {isPasted(target) && <p className="quiet">{t('share.paste_hint', [name])}</p>}
      <div className="report-actions">
        <SendButton target={target} draft={draft} name={name} onSend={actions.onSend} />
        {isPasted(target) && <Button onClick={() => actions.onCopy(text)}>{t('share.copy_text')}</Button>}
        <Unofficial target={target} draft={draft} onOpen={actions.onOpen} />
      </div>
    </>
  );
}

function SendButton({
  target,
  draft,
  name,
  onSend,
}: {
  target: ShareTarget;
  draft: Draft;
  name: string;
  onSend: ShareActions['onSend'];
}) {
  const address = target.address(draft);
  // A link, so that the browser hands it to the mail program as it does everywhere.
  if (target.way === 'mail' && address !== null)
    return (
      <a className="button" data-kind="primary" href={address}>
        {t('share.write_mail')}
      </a>
    );
  return (
    <Button kind="primary" busy={address === null} onClick={() => onSend(draft)}>
      {sendWords(target, draft, name)}
    </Button>
  );
}

function sendWords(target: ShareTarget, { text }: Draft, name: string): ReactNode {
  if (target.way === 'clipboard') return t('share.target.copy_link');
  if (target.way === 'sheet') return t('share.choose_app');
  return (
    <>
      {isPasted(target) && text !== '' ? t('share.copy_and_open', [name]) : t('share.open', [name])}{' '}
      <span className="visually-hidden">{t('common.new_tab')}</span>
    </>
  );
}

/** LinkedIn's own feed with the text in it, which nobody promises to keep working. */
function Unofficial({ target, draft, onOpen }: { target: ShareTarget; draft: Draft; onOpen: ShareActions['onOpen'] }) {
  const address = target.unofficialAddress?.(draft);
  return (
    address !== undefined && (
      <Button kind="plain" onClick={() => onOpen(address)}>
        {t('share.prefill_try')} <span className="visually-hidden">{t('common.new_tab')}</span>
      </Button>
    )
  );
}

function Preview({ target, draft }: { target: ShareTarget; draft: Draft }) {
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">{t('share.preview')}</h2>
      <div className="share-preview">
        {target.way === 'mail' && <p className="stranger share-subject">{draft.badge.name}</p>}
        <p className="stranger share-message">{handedOver(target, draft)}</p>
      </div>
    </section>
  );
}
