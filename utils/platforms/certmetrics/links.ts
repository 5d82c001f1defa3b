import type { PlatformLinks } from '../../links/types.ts';

export const certmetrics: PlatformLinks = {
  platform: 'certmetrics',
  find: ['cred'],
  shapes: [
    {
      hosts: ['cp.certmetrics.com'],
      path: /^(\/[a-z\d]+\/[a-z]{2}\/public\/verify\/credential\/)([\dA-Z]{16}|[\da-f]{32})\/?$/,
      kind: 'badge',
      id: '$2',
      url: 'https://cp.certmetrics.com$1$2',
    },
  ],
};
