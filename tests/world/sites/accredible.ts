import { ACCREDIBLE } from '../cast/catalogue.ts';
import { day } from '../cast/dates.ts';
import { uuid } from '../cast/ids.ts';
import { medalPng } from '../server/picture.ts';
import { htmlReply, jsonReply, type Site } from '../server/site.ts';

const record = {
  id: 71_204_418,
  group_id: 402_118,
  language: 'en',
  approve: true,
  private: false,
  grade: null,
  issued_on: day(-120),
  expired_on: null,
  expired: false,
  revoked_at: null,
  encoded_id: 'q7tkm2va',
  uuid: ACCREDIBLE.id,
  name: ACCREDIBLE.title,
  description: '<p>Learned to tell <b>signal</b> from noise.</p><script>document.title = "owned"</script>',
  complete: true,
  learning_outcomes: ['Filters', 'Sampling'],
  url: `https://www.credential.net/${ACCREDIBLE.id}`,
  has_user: false,
  own_credential: false,
  badge_assertion_url: `https://api.accredible.com/v1/obi/badge_assertions/${ACCREDIBLE.id}`,
  recipient: { email: 't*****@o***********.example', name: ACCREDIBLE.holder.name, id: 'b3BhcXVl' },
  issuer: { id: 51_877, name: ACCREDIBLE.issuer, url: 'https://brightwater-polytechnic.example/' },
  group: { id: 402_118, course_name: ACCREDIBLE.title },
};

/** Accredible's own JSON, open to any origin as it was measured, and its page. */
export const accredible: Site = {
  hosts: ['api.accredible.com', 'www.credential.net', 'credential.net', '*.accredible.com'],
  answer({ host, url }) {
    if (host !== 'api.accredible.com')
      return htmlReply('<!doctype html><title>Accredible Certificates</title><div id="app"></div>');
    const open = { headers: { 'access-control-allow-origin': '*' } };
    const id = /^\/v1\/credential-net\/credentials\/([\w-]+)$/.exec(url.pathname)?.[1]?.toLowerCase();
    if (id === ACCREDIBLE.id) return jsonReply({ data: record }, open);
    if (url.pathname.startsWith('/v1/frontend/'))
      return { headers: { 'content-type': 'image/png' }, body: medalPng(uuid('a')) };
    return jsonReply({ error: 'NOT_FOUND' }, { status: 404, ...open });
  },
};
