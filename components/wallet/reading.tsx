import { t } from '../text.ts';

/** While a view waits for the database, which is rarely long enough to be seen. */
export function Reading() {
  return <p className="notice quiet">{t('wallet.reading')}</p>;
}
