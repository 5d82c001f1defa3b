/** Where in the wallet one is. The full page has it in its address, so that back, reload and links work. */
import { isUuid } from '../../badge/uuid.ts';
export type WalletView =
  | { at: 'list' }
  | { at: 'badge'; id: string }
  /** `address`: what to look up at once. */
  | { at: 'add'; address?: string }
  | { at: 'draft'; id: string }
  | { at: 'share'; id: string }
  | { at: 'embed'; ids: string[] }
  | { at: 'profile' }
  | { at: 'settings' }
  | { at: 'bin' };

const MAX_ADDRESS = 2_048;

/** `#badge=<id>` and the like; the list for anything else. */
export function viewOf(hash: string): WalletView {
  const [at, ...rest] = hash.replace(/^#/, '').split('=');
  const value = decoded(rest.join('='));
  switch (at) {
    case 'badge':
    case 'draft':
    case 'share':
      return isUuid(value) ? { at, id: value } : { at: 'list' };
    case 'embed': {
      const ids = value.split(',').filter((id) => isUuid(id));
      return ids.length > 0 ? { at, ids } : { at: 'list' };
    }
    case 'add':
      return value !== '' && value.length <= MAX_ADDRESS ? { at, address: value } : { at };
    case 'profile':
    case 'settings':
    case 'bin':
      return { at };
    default:
      return { at: 'list' };
  }
}

export function hashOf(view: WalletView): string {
  switch (view.at) {
    case 'list':
      return '';
    case 'badge':
    case 'draft':
    case 'share':
      return `#${view.at}=${view.id}`;
    case 'embed':
      return `#embed=${view.ids.join(',')}`;
    case 'add':
      return view.address === undefined ? '#add' : `#add=${encodeURIComponent(view.address)}`;
    default:
      return `#${view.at}`;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
