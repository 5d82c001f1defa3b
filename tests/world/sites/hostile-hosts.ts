import { jsonReply, type Site } from '../server/site.ts';
import { MISDEEDS, type Misdeed, misbehave } from './hostile-answers.ts';

/** The address of a host that does nothing but misbehave. */
export function hostileAddress(misdeed: Misdeed): string {
  return `https://${misdeed}.hostile.example/assertion.json`;
}

/** One host per misdeed, and `liar`, which redirections lead to and which says that everything is fine. */
export const hostileHosts: Site = {
  hosts: [
    'liar.hostile.example',
    ...MISDEEDS.map((misdeed) => `${misdeed}.hostile.example`),
    '127.0.0.1',
    '169.254.169.254',
  ],
  answer({ host }) {
    const misdeed = MISDEEDS.find((name) => host === `${name}.hostile.example`);
    if (misdeed) return misbehave(misdeed);
    return jsonReply({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: `https://${host}/assertion.json`,
      verified: true,
    });
  },
};
