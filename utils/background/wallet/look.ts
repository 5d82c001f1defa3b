/** One look at one badge for the wallet: what it is, what it rests on, and its picture. Nothing is written here. */

import type { Examined } from '../../badge/report.ts';
import { withoutRaw } from '../../badge/without-raw.ts';
import { pictureFacts } from '../../bytes/picture-facts.ts';
import { recogniseLink } from '../../links/index.ts';
import type { KeptDocuments } from '../../net/kept.ts';
import { isPicture } from '../../openbadges/picture.ts';
import { answerOf, factsOf } from '../../wallet/facts.ts';
import { identitiesOf, provedAddresses } from '../../wallet/identity.ts';
import type { Judge } from '../../wallet/judging.ts';
import type { DraftResult, KeptBytes, Source } from '../../wallet/types.ts';
import { fetchPictureBytes } from '../pictures.ts';
import type { Household } from '../types.ts';
import { takeDown } from './documents.ts';

export interface LookDeps extends Pick<Household, 'verification' | 'fetch' | 'readLists'> {
  /** Keys and lists that serve several badges of one import. */
  kept: KeptDocuments;
  readJudge(): Promise<Judge>;
}

/** Looks anew, whatever is cached. `picture`: false where it is there already. Rejects only where storage does. */
export async function lookAt(source: Source, deps: LookDeps, { picture = true } = {}): Promise<DraftResult> {
  const { fetch, kept } = deps;
  const { contexts } = await deps.readLists();
  const documents = takeDown();
  const badgeSource = 'bytes' in source ? { bytes: source.bytes } : source;
  const examined = await deps.verification.examine(badgeSource, {
    fetch,
    kept,
    contexts,
    followShortLinks: true,
    onRead: documents.hear,
  });
  const address = 'url' in source ? (recogniseLink(source.url)?.url ?? source.url) : undefined;
  const original = originalOf(source);
  const home = sourceOf(address, examined);
  // A platform's own record may hold more about the person than the badge does: only Open Badges documents are kept.
  const mayKeep = examined.proof === 'signed' || examined.proof === 'hosted';
  const found = picture ? await pictureOf(source, examined.badge?.image, fetch) : {};
  // A look may take long: it is judged by the settings as they are at its end.
  const judge = await deps.readJudge();
  return {
    identities: identitiesOf(examined, address, original?.bytes),
    examined: withoutRaw(examined),
    facts: factsOf(examined, address),
    answer: answerOf(judge.reportOn(examined)),
    judgedBy: judge.by,
    documents: mayKeep ? documents.taken() : [],
    ...(home !== undefined && { source: home }),
    ...(original && { original }),
    ...found,
  };
}

/**
 * Where it is asked again: where it was asked, or the platform's address of it where somebody answers for that. A short link may lead elsewhere tomorrow.
 */
function sourceOf(address: string | undefined, examined: Examined): string | undefined {
  if (address !== undefined && recogniseLink(address)?.kind !== 'short-link') return address;
  const links = provedAddresses(examined).map((each) => recogniseLink(each));
  return links.find((link) => link?.kind === 'badge' && link.platform !== 'openbadges')?.url ?? address;
}

function originalOf(source: Source): KeptBytes | undefined {
  if ('bytes' in source) return { mime: source.mime, bytes: source.bytes };
  return 'text' in source ? { mime: 'text/plain', bytes: new TextEncoder().encode(source.text) } : undefined;
}

async function pictureOf(
  source: Source,
  image: string | undefined,
  fetch: typeof globalThis.fetch,
): Promise<{ picture?: KeptBytes }> {
  // A baked picture is its own.
  const facts = 'bytes' in source && isPicture(source.bytes) ? pictureFacts(source.bytes) : null;
  if (facts && 'bytes' in source) return { picture: { mime: facts.mime, bytes: source.bytes } };
  const found = image === undefined ? null : await fetchPictureBytes(image, fetch).catch(() => null);
  if (!found) return {};
  const { bytes, mime } = found;
  return { picture: { mime, bytes, ...(image?.startsWith('https:') && { address: image }) } };
}
