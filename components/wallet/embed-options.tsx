import { useId } from 'react';
import { FORMAT_CHOICES, lookFor } from '../../utils/share/embed/choices.ts';
import { SIGNATURE_CLIENTS } from '../../utils/share/embed/signature-clients.ts';
import {
  ARRANGEMENTS,
  type Arrangement,
  type EmbedFormat,
  type Look,
  SIZES,
  THEMES,
  type Theme,
} from '../../utils/share/embed/types.ts';
import { snake } from '../../utils/words/plain.ts';
import { Choice } from '../controls/choice.tsx';
import { Segments } from '../controls/segments.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { t } from '../text.ts';

/** What the user chose, whatever the format makes of it. */
export interface EmbedChoices {
  /** Absent: the first that the format has. */
  look?: Look;
  arrangement: Arrangement;
  /** Absent: what suits the format. */
  size?: number;
  theme: Theme;
  credentialId: boolean;
  name: string;
  headline: string;
  link: string;
  linkText: string;
  /** Id of a mail program. */
  client: string;
}

interface Props {
  format: EmbedFormat;
  /** How many badges. */
  count: number;
  choices: EmbedChoices;
  onChange: (changes: Partial<EmbedChoices>) => void;
}

/** Side of a picture where nothing was chosen, in CSS pixels: mail wants it small. */
export const sizeOf = ({ size }: EmbedChoices, { group }: EmbedFormat): number =>
  size ?? (group === 'signature' ? 80 : 110);

/** The choices that a format knows. */
export function EmbedOptionsForm({ format, count, choices, onChange }: Props) {
  const knows = FORMAT_CHOICES[format.id];
  const look = lookFor(knows, choices.look);
  const pictured = look !== 'text';
  return (
    <div className="embed-options">
      {format.group === 'signature' && (
        <Choice
          label={t('embed.option.client')}
          value={choices.client}
          options={SIGNATURE_CLIENTS.map(({ id }) => ({ value: id, label: t(`embed.client.${id}`) }))}
          onChange={(client) => onChange({ client })}
        />
      )}
      {knows.looks.length > 0 && (
        <Choice
          label={t('embed.option.look')}
          value={look}
          options={knows.looks.map((value) => ({ value, label: t(`embed.look.${snake(value)}`) }))}
          onChange={(value) => onChange({ look: value as Look })}
        />
      )}
      {knows.size && pictured && (
        <Choice
          label={t('embed.option.size')}
          value={String(sizeOf(choices, format))}
          options={SIZES.map((side) => ({ value: String(side), label: t('embed.option.size_pixels', [side]) }))}
          onChange={(value) => onChange({ size: Number(value) })}
        />
      )}
      {knows.arrangement && count > 1 && (
        <Segments
          label={t('embed.option.arrangement')}
          value={choices.arrangement}
          options={ARRANGEMENTS.map((value) => ({ value, label: t(`embed.arrangement.${value}`) }))}
          onChange={(arrangement) => onChange({ arrangement })}
        />
      )}
      {knows.theme && look !== 'picture' && (
        <Segments
          label={t('embed.option.theme')}
          value={choices.theme}
          options={THEMES.map((value) => ({ value, label: t(`embed.theme.${value}`) }))}
          onChange={(theme) => onChange({ theme })}
        />
      )}
      {knows.credentialId && look !== 'picture' && (
        <SwitchRow
          label={t('embed.option.credential_id')}
          checked={choices.credentialId}
          onChange={(credentialId) => onChange({ credentialId })}
        />
      )}
      {(knows.lines || knows.person) && (
        <Line label={t('embed.option.own_name')} value={choices.name} onChange={(name) => onChange({ name })} />
      )}
      {knows.lines && (
        <>
          <Line
            label={t('embed.option.own_headline')}
            value={choices.headline}
            onChange={(headline) => onChange({ headline })}
          />
          <Line label={t('embed.option.own_link')} value={choices.link} onChange={(link) => onChange({ link })} />
          <Line
            label={t('embed.option.own_link_text')}
            value={choices.linkText}
            onChange={(linkText) => onChange({ linkText })}
          />
        </>
      )}
    </div>
  );
}

function Line({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <span className="choice">
      <label htmlFor={id} className="quiet small">
        {label}
      </label>
      <input id={id} className="field" dir="auto" value={value} onChange={(event) => onChange(event.target.value)} />
    </span>
  );
}
