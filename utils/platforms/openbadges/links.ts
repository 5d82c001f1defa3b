import type { PlatformLinks } from '../../links/types.ts';

/**
 * Badges on nobody's platform, by addresses that say what they lead to: a signed badge (`.jws`, `.jwt`), or a file whose name has
 * `openbadge` in it. Never asked by itself: its host is a stranger's.
 */
export const openbadges: PlatformLinks = {
  platform: 'openbadges',
  find: ['openbadge', '.jw'],
  images: ['openbadge'],
  shapes: { badge: ['*/([\\w./%~-]*(?:\\.jw[st]|openbadge[\\w.%~-]*\\.(?:json|png|svg)))'] },
  // An address is a badge of its own on every host.
  home: /^$/,
};
