/** Badges baked into PNG: text chunks under a keyword (Open Badges baking, 2.0 and 3.0). */
import { toBinary } from '../../bytes/binary.ts';
import { inflate } from '../../bytes/inflate.ts';
import { type Chunk, chunksOf } from './png-chunks.ts';
import { type BakedKeyword, broken, choose, KEYWORDS, MAX_PAYLOAD, NOTHING, type Unbaked } from './types.ts';

const TEXTS = ['iTXt', 'tEXt', 'zTXt'] as const;
type TextType = (typeof TEXTS)[number];

/**
 * Reads what is baked into a PNG. Chosen first, unpacked then, and that one alone: a picture may hold thousands of chunks, each of which unpacks to all
 * that a badge may weigh. Chunks that do not count may be damaged; the one that does may not, and no later one steps in for it.
 */
export async function unbakePng(bytes: Uint8Array<ArrayBuffer>): Promise<Unbaked> {
  const chunks = chunksOf(bytes);
  if (chunks === null) return broken('PNG');
  const found = badgeChunks(chunks);
  const chosen = choose(found);
  if (!chosen) return NOTHING;
  const { chunk, type, keyword } = chosen;
  if (!chunk.sound) return broken('CRC');
  const payload = await textOf(type, chunk.data.subarray(keyword.length + 1));
  if (payload === null) return broken(type);
  return { ok: true, found: { payload, keyword, where: type, more: found.length > 1 } };
}

/** The text chunks that bear one of our keywords. Keywords are case-sensitive (PNG, 11.3.4). */
export function badgeChunks(chunks: readonly Chunk[]): { chunk: Chunk; type: TextType; keyword: BakedKeyword }[] {
  return chunks.flatMap((chunk) => {
    const type = TEXTS.find((one) => one === chunk.type);
    const keyword = type && KEYWORDS.find((one) => bears(chunk.data, one));
    return type && keyword ? [{ chunk, type, keyword }] : [];
  });
}

function bears(data: Uint8Array, keyword: string): boolean {
  if (data[keyword.length] !== 0) return false;
  for (let i = 0; i < keyword.length; i++) if (data[i] !== keyword.charCodeAt(i)) return false;
  return true;
}

/** The text behind the keyword's end; null when it cannot be read. */
async function textOf(type: TextType, rest: Uint8Array<ArrayBuffer>): Promise<string | null> {
  // tEXt and zTXt are Latin-1, iTXt is UTF-8: read the wrong way, every name with an accent is spoilt.
  if (type === 'tEXt') return rest.length <= MAX_PAYLOAD ? toBinary(rest) : null;
  if (type === 'zTXt') {
    const text = rest[0] === 0 ? await inflate(rest.subarray(1), 'deflate', MAX_PAYLOAD) : null;
    return text && toBinary(text);
  }
  const [flag, method] = rest;
  const languageEnd = rest.indexOf(0, 2);
  const end = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  if (end < 0 || method !== 0 || (flag !== 0 && flag !== 1)) return null;
  const body = rest.subarray(end + 1);
  const text = flag === 1 ? await inflate(body, 'deflate', MAX_PAYLOAD) : body;
  if (text === null || text.length > MAX_PAYLOAD) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return null;
  }
}
