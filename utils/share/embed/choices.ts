/** Which of the choices (`EmbedOptions`) make a difference to which format. */
import type { EmbedFormatId, Look } from './types.ts';

export interface FormatChoices {
  /** Empty: it has one look. */
  looks: readonly Look[];
  arrangement?: true;
  size?: true;
  theme?: true;
  credentialId?: true;
  /** The user's own lines above the badges. */
  lines?: true;
  /** Whose badges they are. */
  person?: true;
}

const WITH_PICTURE: readonly Look[] = ['picture-text', 'picture', 'text'];

export const FORMAT_CHOICES: Readonly<Record<EmbedFormatId, FormatChoices>> = {
  website_html: {
    looks: ['card', 'picture-text', 'picture', 'text'],
    arrangement: true,
    size: true,
    theme: true,
    credentialId: true,
  },
  website_widget: { looks: [] },
  website_schema: { looks: [], person: true },
  resume_rich: { looks: WITH_PICTURE, size: true, credentialId: true },
  resume_text: { looks: [], credentialId: true },
  resume_markdown: { looks: ['text', 'picture-text', 'picture'], credentialId: true },
  resume_html: { looks: [], credentialId: true },
  resume_latex: { looks: [], credentialId: true },
  resume_asciidoc: { looks: ['text', 'picture-text', 'picture'], size: true, credentialId: true },
  resume_json: { looks: [] },
  signature_rich: { looks: WITH_PICTURE, size: true, lines: true },
  signature_text: { looks: [], lines: true },
};

/** The look wanted, where the format has it; else the first it has. A format without any is text. */
export function lookFor({ looks }: FormatChoices, wanted: Look | undefined): Look {
  return looks.find((look) => look === wanted) ?? looks[0] ?? 'text';
}
