/** Every format that badges can be embedded in, in the order they are offered. Names of formats: messages `embed.format.<id>`. */
import type { SharedBadge } from '../types.ts';
import { asciidoc, html, jsonResume, latex, markdown, plainText, richText } from './resume.ts';
import { schemaOrgScript } from './schema-org.ts';
import { signature } from './signature.ts';
import type { EmbedFormat, EmbedOptions, Snippet } from './types.ts';
import { websiteHtml } from './website.ts';
import { widgetHtml } from './widget.ts';

export type EmbedFormatId =
  | 'website_html'
  | 'website_widget'
  | 'website_schema'
  | 'resume_rich'
  | 'resume_text'
  | 'resume_markdown'
  | 'resume_html'
  | 'resume_latex'
  | 'resume_asciidoc'
  | 'resume_json'
  | 'signature_rich'
  | 'signature_text';

type Makes = (badges: readonly SharedBadge[], options: EmbedOptions) => Snippet | null;

function format(
  id: EmbedFormatId,
  group: EmbedFormat['group'],
  language: EmbedFormat['language'],
  extension: string,
  makes: Makes,
): EmbedFormat & { id: EmbedFormatId } {
  return {
    id,
    group,
    language,
    extension,
    makes: (badges, options) => (badges.length === 0 ? null : makes(badges, options)),
  };
}

export const EMBED_FORMATS: readonly (EmbedFormat & { id: EmbedFormatId })[] = [
  format('website_html', 'website', 'html', 'html', (badges, options) => {
    const code = websiteHtml(badges, options);
    return { code, html: code, plain: plainText(badges, options) };
  }),
  // No `html`: what it shows comes from the platform, and the preview loads nothing.
  format('website_widget', 'website', 'html', 'html', (badges, { words }) => coded(widgetHtml(badges, words))),
  format('website_schema', 'website', 'html', 'html', (badges, { person }) => coded(schemaOrgScript(badges, person))),
  format('resume_rich', 'resume', 'html', 'html', (badges, options) => {
    const code = richText(badges, options);
    return { code, html: code, plain: plainText(badges, options) };
  }),
  format('resume_text', 'resume', 'text', 'txt', (badges, options) => coded(plainText(badges, options))),
  format('resume_markdown', 'resume', 'markdown', 'md', (badges, options) => coded(markdown(badges, options))),
  format('resume_html', 'resume', 'html', 'html', (badges, options) => {
    const code = html(badges, options);
    return { code, html: code, plain: plainText(badges, options) };
  }),
  format('resume_latex', 'resume', 'latex', 'tex', (badges, options) => coded(latex(badges, options))),
  format('resume_asciidoc', 'resume', 'asciidoc', 'adoc', (badges, options) => coded(asciidoc(badges, options))),
  format('resume_json', 'resume', 'json', 'json', (badges, options) => coded(jsonResume(badges, options))),
  format('signature_rich', 'signature', 'html', 'html', (badges, options) => {
    const made = signature(badges, options);
    return { code: made.html, html: made.html, plain: made.plain };
  }),
  format('signature_text', 'signature', 'text', 'txt', (badges, options) => coded(signature(badges, options).plain)),
];

function coded(code: string | null): Snippet | null {
  return code === null ? null : { code };
}
