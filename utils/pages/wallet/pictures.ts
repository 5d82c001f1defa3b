import { pictureFacts } from '../../bytes/picture-facts.ts';
import { wallet } from './open.ts';
import { useWallet } from './store.ts';

const asked = new Set<string>();

/** Shows a badge's kept picture, from the wallet alone: no request is made. Called once for each row that comes into view. */
export function needPicture(id: string): void {
  if (asked.has(id)) return;
  asked.add(id);
  void wallet.kept
    .get(id)
    .then((kept) => {
      const { picture } = kept ?? {};
      // What lies in the database passed this check once; a restored backup is a stranger's file all the same.
      const facts = picture && pictureFacts(picture.bytes);
      const bytes = picture?.bytes.slice();
      show(id, facts && bytes ? URL.createObjectURL(new Blob([bytes], { type: facts.mime })) : null);
      if (!facts) asked.delete(id);
    })
    .catch(() => show(id, null));
}

function show(id: string, address: string | null): void {
  useWallet.setState(({ pictures }) => ({ pictures: { ...pictures, [id]: address } }));
}
