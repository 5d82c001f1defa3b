import { FACTORY } from '../cast/catalogue.ts';
import { days } from '../cast/dates.ts';
import { sha256 } from '../cast/ids.ts';
import { medalPng } from '../server/picture.ts';
import { htmlReply, jsonReply, type Site } from '../server/site.ts';

const BASE = 'https://openbadgefactory.com/v1';
const CONTEXT = 'https://w3id.org/openbadges/v2';

/** Open Badge Factory: assertion, class and issuer on its own origin; `.html` is for people. */
export const openbadgefactory: Site = {
  hosts: ['openbadgefactory.com'],
  answer({ url }) {
    switch (url.pathname) {
      case `/v1/assertion/${FACTORY.id}.html`:
        return htmlReply(`<!doctype html><title>${FACTORY.title}</title><h1>${FACTORY.title}</h1>`);
      case `/v1/assertion/${FACTORY.id}`:
        return jsonReply({
          '@context': CONTEXT,
          type: 'Assertion',
          id: `${BASE}/assertion/${FACTORY.id}`,
          badge: `${BASE}/badge/_/workshop.json`,
          image: `${BASE}/badge/_/workshop.png`,
          verification: { type: 'HostedBadge' },
          issuedOn: days(-160),
          recipient: { type: 'email', identity: sha256(`${FACTORY.holder.email}reed`), hashed: true, salt: 'reed' },
        });
      case '/v1/badge/_/workshop.json':
        return jsonReply({
          '@context': CONTEXT,
          type: 'BadgeClass',
          id: `${BASE}/badge/_/workshop.json`,
          name: FACTORY.title,
          description: 'Ran three workshops that people came back to.',
          image: `${BASE}/badge/_/workshop.png`,
          criteria: `${BASE}/badge/_/workshop/criteria.html`,
          issuer: `${BASE}/client/aspen.json`,
          tags: ['teaching'],
        });
      case '/v1/client/aspen.json':
        return jsonReply({
          '@context': CONTEXT,
          type: 'Issuer',
          id: `${BASE}/client/aspen.json`,
          name: FACTORY.issuer,
          url: 'https://aspen-lane.example/',
          email: 'office@aspen-lane.example',
        });
      case '/v1/badge/_/workshop.png':
        return { headers: { 'content-type': 'image/png' }, body: medalPng('workshop') };
      default:
        return null;
    }
  },
};
