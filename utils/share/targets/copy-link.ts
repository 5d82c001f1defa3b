import type { ShareTarget } from './types.ts';

export const copyLink: ShareTarget = {
  id: 'copy-link',
  kind: 'url-only',
  way: 'clipboard',
  prefills: false,
  wording: null,
  counts: 'characters',
  measure: () => ({ used: 0 }),
  shorten: (text) => text,
  address: ({ badge }) => badge.url,
};
