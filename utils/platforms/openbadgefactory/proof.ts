import { examineHosted } from '../../credentials/examine-hosted.ts';
import { settle, strangeId } from '../settle.ts';
import type { PlatformProof } from '../types.ts';

const ID = /^[\da-f]{40}$/;

/** Open Badge Factory: Open Badges 2.0, hosted, every document at its own address. Anyone can open an issuer. */
export const openbadgefactoryProof: PlatformProof = {
  platform: 'openbadgefactory',
  vets: false,
  issuerHosts: ['openbadgefactory.com'],

  async prove(link, tools) {
    const platform = { id: 'openbadgefactory', vets: false };
    const id = link.id.toLowerCase().replace(/\.html$/, '');
    if (!ID.test(id)) return strangeId(tools, platform);
    const result = await examineHosted(`https://openbadgefactory.com/v1/assertion/${id}`, tools, {
      finalHosts: ['openbadgefactory.com'],
      platform,
      page: `https://openbadgefactory.com/v1/assertion/${id}.html`,
      presented: tools.presented,
    });
    return settle(result, tools, { platform });
  },
};
