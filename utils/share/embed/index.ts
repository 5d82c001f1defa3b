/** Every format that badges can be embedded in, in the order they are offered. Names of formats: messages `embed.format.<id>`. */
import type { SharedBadge } from '../types.ts';
import { asciidoc, html, jsonResume, latex, markdown, plainText, richText } from './resume.ts';
import { schemaOrgScript } from './schema-org.ts';
import { signature } from './signature.ts';
import type { EmbedFormat, EmbedFormatId, EmbedOptions, Snippet } from './types.ts';
import { websiteHtml } from './website.ts';
import { widgetHtml } from './widget.ts';

type Makes = (badges: readonly SharedBadge[], options: EmbedOptions) => Snippet | null;

function format(
  id: EmbedFormatId,
  group: EmbedFormat['group'],
  language: EmbedFormat['language'],
  extension: string,
  makes: Makes,
): EmbedFormat {
  return {
    id,
    group,
    language,
    extension,
    makes: (badges, options) => (badges.length === 0 ? null : makes(badges, options)),
  };
}

export const EMBED_FORMATS: readonly EmbedFormat[] = [
  format('website_html', 'website', 'html', 'html', rich(websiteHtml)),
  // No `html`: what it shows comes from the platform, and the preview loads nothing.
  format('website_widget', 'website', 'html', 'html', (badges, { words }) => coded(widgetHtml(badges, words))),
  format('website_schema', 'website', 'html', 'html', (badges, { person }) => coded(schemaOrgScript(badges, person))),
  format('resume_rich', 'resume', 'html', 'html', rich(richText)),
  format('resume_text', 'resume', 'text', 'txt', (badges, options) => coded(plainText(badges, options))),
  format('resume_markdown', 'resume', 'markdown', 'md', (badges, options) => coded(markdown(badges, options))),
  format('resume_html', 'resume', 'html', 'html', rich(html)),
  format('resume_latex', 'resume', 'latex', 'tex', (badges, options) => coded(latex(badges, options))),
  format('resume_asciidoc', 'resume', 'asciidoc', 'adoc', (badges, options) => coded(asciidoc(badges, options))),
  format('resume_json', 'resume', 'json', 'json', (badges, options) => coded(jsonResume(badges, options))),
  format('signature_rich', 'signature', 'html', 'html', (badges, options) => {
    const made = signature(badges, options);
    return { code: made.html, html: made.html, plain: made.plain };
  }),
  format('signature_text', 'signature', 'text', 'txt', (badges, options) => coded(signature(badges, options).plain)),
];

function rich(writes: (badges: readonly SharedBadge[], options: EmbedOptions) => string): Makes {
  return (badges, options) => {
    const code = writes(badges, options);
    return { code, html: code, plain: plainText(badges, options) };
  };
}

function coded(code: string | null): Snippet | null {
  return code === null ? null : { code };
}
