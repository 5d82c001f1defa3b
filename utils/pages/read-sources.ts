import { toBase64 } from '../bytes/base64.ts';

/** Something given to the desk, ready to be asked about, or the reason why not. */
export type Source =
  | { label: string; url: string }
  | { label: string; text: string }
  /** Bytes of a file, in base64. */
  | { label: string; data: string }
  | { label: string; problem: Problem };
export type Problem =
  | 'not-a-link'
  | 'not-json'
  | 'too-large'
  | 'image-kind'
  | 'document-later'
  | 'unknown-file'
  | 'too-many';

export const MAX_SOURCES = 1000;
export const MAX_FILE_BYTES = 1_048_576;
/** A picture carries its badge beside its pixels. */
export const MAX_PICTURE_BYTES = 8 * 1_048_576;
const MAX_LABEL = 200;

const isJws = (text: string) => /^[\w-]+\.[\w-]*\.[\w-]+$/.test(text);

/** What a person pasted: one badge document, one signed badge, or links, one a line. Empty lines are left out. */
export function readSources(pasted: string, label: string): Source[] {
  const text = pasted.replace(/^\ufeff/, '').trim();
  if (text === '') return [];
  if (/^[{[]/.test(text)) return [isJson(text) ? { label, text } : { label, problem: 'not-json' }];
  if (isJws(text)) return [{ label, text }];
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const sources = lines.slice(0, MAX_SOURCES).map(readLine);
  return lines.length > MAX_SOURCES ? [...sources, { label: String(lines.length), problem: 'too-many' }] : sources;
}

/** The first link of a line (spreadsheets and mails put words around it). */
function readLine(line: string): Source {
  const found = /https?:\/\/[^\s<>"]+/i.exec(line)?.[0].replace(/[).,;\]}>]+$/, '');
  if (found && URL.canParse(found)) return { label: found.slice(0, MAX_LABEL), url: found };
  return { label: line.trim().slice(0, MAX_LABEL), problem: 'not-a-link' };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A file that was dropped or chosen. Kinds that cannot be read yet end in a reason, never in a guess. */
export async function readFileSources(file: File): Promise<Source[]> {
  const label = file.name.slice(0, MAX_LABEL);
  const kind = `${file.type} ${/\.[a-z0-9]+$/i.exec(file.name)?.[0].toLowerCase() ?? ''}`;
  if (/image\/(?:png|svg)|\.(?:png|svg)$/.test(kind)) {
    return [
      file.size > MAX_PICTURE_BYTES
        ? { label, problem: 'too-large' }
        : { label, data: toBase64(new Uint8Array(await file.arrayBuffer())) },
    ];
  }
  if (/image\/|\.(?:jpe?g|webp|gif)$/.test(kind)) return [{ label, problem: 'image-kind' }];
  if (/application\/pdf|\.(pdf|docx?|odt)$/.test(kind)) return [{ label, problem: 'document-later' }];
  if (!/json|text\/|\.(json|jsonld|txt|csv|jwt|jws|1ob)$/.test(kind)) return [{ label, problem: 'unknown-file' }];
  if (file.size > MAX_FILE_BYTES) return [{ label, problem: 'too-large' }];
  const sources = readSources(await file.text(), label);
  return sources.length > 0 ? sources : [{ label, problem: 'not-json' }];
}
