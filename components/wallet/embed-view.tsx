import { useMemo, useState } from 'react';
import { FORMAT_CHOICES, lookFor } from '../../utils/share/embed/choices.ts';
import { EMBED_FORMATS } from '../../utils/share/embed/index.ts';
import { signature } from '../../utils/share/embed/signature.ts';
import type { EmbedFormat, EmbedOptions, Snippet } from '../../utils/share/embed/types.ts';
import type { SharedBadge } from '../../utils/share/types.ts';
import { Button } from '../controls/button.tsx';
import { Choice } from '../controls/choice.tsx';
import { Segments } from '../controls/segments.tsx';
import { t } from '../text.ts';
import { toggled } from '../toggled.ts';
import { EmbedBadges, type EmbedItem, mayInclude } from './embed-badges.tsx';
import { type EmbedChoices, EmbedOptionsForm, sizeOf } from './embed-options.tsx';
import { EMBED_WORDS } from './embed-words.ts';
import { PreviewFrame } from './preview-frame.tsx';
import { QrCodes, type SaveFile } from './qr-codes.tsx';
import { clientOf, SignatureHelp } from './signature-help.tsx';
import { ViewHead } from './view-head.tsx';

export interface EmbedViewProps {
  /** In the order of the user. */
  items: readonly EmbedItem[];
  /** How many were chosen beyond what is embedded at once. */
  tooMany: number;
  /** The user's own name, empty where none was entered. */
  name: string;
  /** From a picture's address to a `data:` address of what is kept of it. */
  pictures: ReadonlyMap<string, string>;
  onBack: () => void;
  onCopyText: (text: string) => void;
  onCopyRich: (html: string, plain: string) => void;
  onSave: SaveFile;
}

const GROUPS = ['website', 'resume', 'signature'] as const;
type Group = (typeof GROUPS)[number];
const QR = 'qr';

/** Badges for a page, a résumé or a mail: what it will look like, and the code for it. */
export function EmbedView(props: EmbedViewProps) {
  const { items, tooMany } = props;
  const [order, setOrder] = useState<readonly string[]>([]);
  const [included, setIncluded] = useState<ReadonlySet<string>>(new Set());
  const { shown, leftOut, badges } = useMemo(() => sorted(items, order, included), [items, order, included]);
  const move = (id: string, by: -1 | 1) => {
    const ids = shown.map((item) => item.id);
    const at = ids.indexOf(id);
    setOrder(ids.toSpliced(at, 1).toSpliced(at + by, 0, id));
  };
  const include = (id: string, isIncluded: boolean) => setIncluded(toggled(included, id, isIncluded));
  return (
    <section className="wallet-view embed-view">
      <ViewHead title={t('embed.title')} onBack={props.onBack} />
      {tooMany > 0 && <p role="status">{t('embed.too_many', [items.length, tooMany])}</p>}
      <EmbedBadges shown={shown} leftOut={leftOut} included={included} onMove={move} onInclude={include} />
      {badges.length === 0 ? <p>{t('embed.none')}</p> : <EmbedForm {...props} badges={badges} />}
    </section>
  );
}

/** In the order chosen here, what is embedded and what is not. */
function sorted(items: readonly EmbedItem[], order: readonly string[], included: ReadonlySet<string>) {
  const ordered = [
    ...order.flatMap((id) => items.find((item) => item.id === id) ?? []),
    ...items.filter(({ id }) => !order.includes(id)),
  ];
  const isShown = (item: EmbedItem) => item.obstacles.length === 0 || (included.has(item.id) && mayInclude(item));
  const shown = ordered.filter(isShown);
  return {
    shown,
    leftOut: ordered.filter((item) => !isShown(item)),
    badges: shown.flatMap(({ badge }) => badge ?? []),
  };
}

type FormProps = EmbedViewProps & { badges: readonly SharedBadge[] };

function EmbedForm(props: FormProps) {
  const { badges, name, onSave } = props;
  const [group, setGroup] = useState<Group>('website');
  /** Of each group, what was chosen last. */
  const [chosen, setChosen] = useState<Partial<Record<Group, string>>>({});
  const [choices, setChoices] = useState<EmbedChoices>({
    arrangement: 'list',
    theme: 'auto',
    credentialId: false,
    name,
    headline: '',
    link: '',
    linkText: '',
    client: clientOf('').id,
  });
  const formats = EMBED_FORMATS.filter((format) => format.group === group);
  const format = formats.find(({ id }) => id === chosen[group]) ?? formats[0];
  const isQr = group === 'resume' && chosen[group] === QR;
  const options = [
    ...formats.map(({ id }) => ({ value: id as string, label: t(`embed.format.${id}`) })),
    ...(group === 'resume' ? [{ value: QR, label: t('embed.qr') }] : []),
  ];
  return (
    <div className="embed-form">
      <div className="embed-choices">
        <Segments
          label={t('embed.for')}
          value={group}
          options={GROUPS.map((value) => ({ value, label: t(`embed.group.${value}`) }))}
          onChange={setGroup}
        />
        <Choice
          label={t('embed.kind')}
          value={isQr ? QR : (format?.id ?? '')}
          options={options}
          onChange={(value) => setChosen({ ...chosen, [group]: value })}
        />
        {format && !isQr && (
          <EmbedOptionsForm
            format={format}
            count={badges.length}
            choices={choices}
            onChange={(changes) => setChoices({ ...choices, ...changes })}
          />
        )}
      </div>
      <div className="embed-result">
        {isQr ? (
          <QrCodes badges={badges} onSave={onSave} />
        ) : (
          format && <Made {...props} format={format} choices={choices} />
        )}
      </div>
    </div>
  );
}

function optionsOf(choices: EmbedChoices, format: EmbedFormat): EmbedOptions {
  const knows = FORMAT_CHOICES[format.id];
  const { arrangement, theme, credentialId, name, headline, link, linkText } = choices;
  return {
    words: EMBED_WORDS,
    look: lookFor(knows, choices.look),
    arrangement,
    size: sizeOf(choices, format),
    theme,
    credentialId,
    ...(name.trim() !== '' && { person: name }),
    lines: { name, headline, ...(link.trim() !== '' && { link: { address: link, text: linkText } }) },
  };
}

/** What was made: preview, code, and the ways out. */
function Made({
  badges,
  pictures,
  format,
  choices,
  ...actions
}: FormProps & { format: EmbedFormat; choices: EmbedChoices }) {
  const options = useMemo(() => optionsOf(choices, format), [choices, format]);
  const made = useMemo(() => format.makes(badges, options), [badges, options, format]);
  const isSignature = format.group === 'signature';
  const help = useMemo(() => (isSignature ? signature(badges, options) : null), [isSignature, badges, options]);
  if (!made) return <p role="status">{t('embed.nothing_of_kind')}</p>;
  const client = clientOf(choices.client);
  const codeFirst = isSignature && client.takes === 'code';
  return (
    <>
      {made.html !== undefined && <Preview html={made.html} pictures={pictures} />}
      <Note format={format} />
      <Ways made={made} format={format} badges={badges} codeFirst={codeFirst} actions={actions} />
      <Code made={made} />
      {help && (
        <SignatureHelp
          client={client}
          signature={help}
          names={badges.map((badge) => badge.name)}
          plain={format.id === 'signature_text'}
        />
      )}
    </>
  );
}

function Preview({ html, pictures }: { html: string; pictures: ReadonlyMap<string, string> }) {
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  return (
    <div className="preview">
      <PreviewFrame title={t('embed.preview')} html={html} pictures={pictures} theme={theme} />
      <Segments
        label={t('embed.preview_on')}
        value={theme}
        options={[
          { value: 'light', label: t('embed.theme.light') },
          { value: 'dark', label: t('embed.theme.dark') },
        ]}
        onChange={setTheme}
      />
    </div>
  );
}

const NOTES = {
  website_html: 'embed.note.website_html',
  website_widget: 'embed.note.website_widget',
  website_schema: 'embed.note.website_schema',
  resume_latex: 'embed.note.resume_latex',
  resume_json: 'embed.note.resume_json',
} as const;

function Note({ format: { id } }: { format: EmbedFormat }) {
  return id in NOTES && <p className="quiet small">{t(NOTES[id as keyof typeof NOTES])}</p>;
}

function Ways({
  made: { code, html, plain },
  format,
  badges,
  codeFirst,
  actions,
}: {
  made: Snippet;
  format: EmbedFormat;
  badges: readonly SharedBadge[];
  codeFirst: boolean;
  actions: Pick<EmbedViewProps, 'onCopyText' | 'onCopyRich' | 'onSave'>;
}) {
  const rich = html !== undefined && (
    <Button kind={codeFirst ? undefined : 'primary'} onClick={() => actions.onCopyRich(html, plain ?? code)}>
      {t('embed.copy_rich')}
    </Button>
  );
  const [only] = badges.length === 1 ? badges : [];
  return (
    <div className="report-actions">
      {rich}
      <Button kind={rich && !codeFirst ? undefined : 'primary'} onClick={() => actions.onCopyText(code)}>
        {t(format.language === 'text' ? 'share.copy_text' : 'embed.copy_code')}
      </Button>
      <Button onClick={() => actions.onSave(only?.name ?? t('wallet.title'), format.extension, code)}>
        {t('embed.save')}
      </Button>
    </div>
  );
}

function Code({ made: { code } }: { made: Snippet }) {
  return (
    <textarea
      className="field embed-code"
      readOnly
      rows={6}
      spellCheck={false}
      dir="ltr"
      value={code}
      aria-label={t('embed.code')}
    />
  );
}
