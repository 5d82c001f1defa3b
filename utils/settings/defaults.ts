import type { Settings } from './types.ts';

/** What applies until the reader chooses otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  defaults: { checking: 'auto', marks: true },
  sites: {},
  emails: [],
  trusted: [],
  registries: [],
  contexts: [],
};
