import type { Signature } from '../../utils/share/embed/signature.ts';
import { fitOf, SIGNATURE_CLIENTS, type SignatureClient } from '../../utils/share/embed/signature-clients.ts';
import { t } from '../text.ts';

interface Props {
  client: SignatureClient;
  signature: Signature;
  /** Names of the badges, in their order. */
  names: readonly string[];
  /** It is text only. */
  plain: boolean;
}

/** The mail program of this id, or the first of all. */
export function clientOf(id: string): SignatureClient {
  const [first] = SIGNATURE_CLIENTS;
  const found = SIGNATURE_CLIENTS.find((client) => client.id === id) ?? first;
  if (!found) throw new Error('no mail programs');
  return found;
}

/** What a mail program makes of a signature: whether it fits, which pictures are missing, and how it gets there. */
export function SignatureHelp({ client, signature, names, plain }: Props) {
  return (
    <>
      <FitLine client={client} characters={plain ? signature.plain.length : signature.characters} />
      {!plain && (
        <ul className="bullets small">
          {signature.withoutPicture.map(({ place, why }) => (
            <li key={place} className="stranger">
              {t(why === 'kind' ? 'embed.note.picture_kind' : 'embed.note.picture_no_address', [names[place] ?? ''])}
            </li>
          ))}
          {signature.html.includes('<img') && <li>{t('embed.note.signature_pictures')}</li>}
        </ul>
      )}
      <h2>{t('embed.how_to', [t(`embed.client.${client.id}`)])}</h2>
      <ol className="steps">
        {Array.from({ length: client.steps }, (_, at) => at + 1).map((step) => (
          <li key={step}>{t(`embed.steps.${client.id}.step_${step as 1 | 2 | 3 | 4}`)}</li>
        ))}
      </ol>
    </>
  );
}

function FitLine({ client, characters }: { client: SignatureClient; characters: number }) {
  const fit = fitOf(characters, client);
  const { limit } = client;
  if (fit === 'no-limit' || !limit) return <p role="status">{t('embed.count.no_limit', [characters])}</p>;
  const known = t(limit.grade === 'uncertain' ? 'embed.count.uncertain' : 'embed.count.widely_reported');
  return (
    <p role="status">
      <span className={fit === 'over' ? 'field-error' : undefined}>
        {t(`embed.count.${fit}`, [characters, limit.characters])}
      </span>{' '}
      <span className="quiet small">{known}</span>
    </p>
  );
}
