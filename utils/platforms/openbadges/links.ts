import type { PlatformLinks } from '../../links/types.ts';

/**
 * Badges on nobody's platform, by addresses that say what they lead to: a signed badge (`.jws`, `.jwt`), 1EdTech's container (`.1ob`), or a file whose
 * name has `openbadge` in it. Never asked by itself: its host is a stranger's.
 */
export const openbadges: PlatformLinks = {
  platform: 'openbadges',
  find: ['badg', '.jw', '.1ob'],
  images: ['openbadge'],
  shapes: {
    badge: ['*/([\\w./%~-]+\\.(?:1ob|jws|jwt)|(?:[\\w./%~-]+/)?[\\w.%~-]*openbadge[\\w.%~-]*\\.(?:json|png|svg))'],
  },
  // An address is a badge of its own on every host.
  home: /^$/,
};
