import { type ReactNode, useId, useState } from 'react';
import { PLACEHOLDERS } from '../../utils/share/targets/templates.ts';
import type { Length, ShareTarget } from '../../utils/share/targets/types.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { t } from '../text.ts';

export interface PostEditorProps {
  target: ShareTarget;
  name: string;
  text: string;
  length: Length;
  /** The text was changed for this post alone. */
  changed: boolean;
  template: string;
  /** The template is the user's own. */
  remembered: boolean;
  onText: (text: string | null) => void;
  /** null: the standard text again. */
  onTemplate: (text: string | null) => void;
  onShorten: () => void;
  /** Choices that shape the text. */
  children: ReactNode;
}

/** The words of a post: for this one alone, or as a template with placeholders for all that follow. */
export function PostEditor(props: PostEditorProps) {
  const { target, length, onShorten, name } = props;
  const [what, setWhat] = useState<'post' | 'template'>('post');
  const id = useId();
  const over = length.limit !== undefined && length.used > length.limit;
  return (
    <div className="post-editor">
      <Segments
        label={t('share.text')}
        value={what}
        options={[
          { value: 'post', label: t('share.this_post') },
          { value: 'template', label: t('share.every_post') },
        ]}
        onChange={setWhat}
      />
      {what === 'post' ? (
        <PostText {...props} over={over} countId={`${id}-count`} />
      ) : (
        <TemplateText {...props} key={target.id} />
      )}
      <p id={`${id}-count`} className="quiet small post-count">
        {countWords(target, length)}
      </p>
      <div role="alert" className="post-over">
        {over && (
          <>
            <span className="field-error">{t('share.text_over', [name])}</span>
            <Button
              onClick={() => {
                setWhat('post');
                onShorten();
              }}
            >
              {t('share.shorten')}
            </Button>
          </>
        )}
      </div>
      {props.children}
    </div>
  );
}

function countWords(target: ShareTarget, { used, limit }: Length): string {
  if (limit === undefined) return t('share.count_only', [used]);
  return t(target.counts === 'address' ? 'share.count_address' : 'share.count', [used, limit]);
}

function PostText({
  text,
  changed,
  over,
  countId,
  onText,
}: Pick<PostEditorProps, 'text' | 'changed' | 'onText'> & { over: boolean; countId: string }) {
  return (
    <>
      <textarea
        className="field"
        rows={6}
        dir="auto"
        value={text}
        aria-label={t('share.this_post')}
        aria-invalid={over}
        aria-describedby={countId}
        onChange={(event) => onText(event.target.value)}
      />
      {changed && (
        <div>
          <Button onClick={() => onText(null)}>{t('share.start_over')}</Button>
        </div>
      )}
    </>
  );
}

function TemplateText({ template, remembered, onTemplate }: PostEditorProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <textarea
        className="field"
        rows={6}
        dir="auto"
        value={typed ?? template}
        aria-label={t('share.every_post')}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          setTyped(event.target.value);
          onTemplate(event.target.value);
        }}
      />
      <p id={`${id}-hint`} className="quiet small">
        {t('share.placeholders', [PLACEHOLDERS.map((one) => `{${one}}`).join(' ')])}
      </p>
      {remembered && (
        <div>
          <Button
            onClick={() => {
              setTyped(null);
              onTemplate(null);
            }}
          >
            {t('share.standard_text')}
          </Button>
        </div>
      )}
    </>
  );
}
