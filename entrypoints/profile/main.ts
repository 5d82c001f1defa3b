import { t } from '../../components/text.ts';
import { showDocument } from '../../utils/pages/show-document.ts';
import { savedPage } from '../../utils/pages/wallet/profile-actions.ts';
import { troubleOf } from '../../utils/wallet/trouble.ts';

/** The user's page as it was saved last, whole; with `#print` the browser's own print is opened on it, which also makes a PDF. */
async function show(): Promise<void> {
  const { html } = await savedPage(Date.now());
  showDocument(document, html, 'live');
  // What is printed before a picture is decoded has a hole.
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  if (location.hash === '#print') print();
}

void show().catch((error) => {
  document.body.textContent = t(`wallet.trouble.${troubleOf(error)}`);
});
