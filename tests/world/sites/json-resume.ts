import { CATALOGUE } from '../cast/catalogue.ts';
import { TAMSIN } from '../cast/people.ts';
import { esc, htmlReply, type WorldReply } from '../server/site.ts';

/** A rendered JSON Resume theme: certificates as links, the person only in JSON-LD and in a heading without a class. */
export function jsonResume(): WorldReply {
  const person = {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: TAMSIN.name,
    jobTitle: TAMSIN.headline,
    hasCredential: [{ '@type': 'EducationalOccupationalCredential', name: 'Northlight', credentialCategory: 'badge' }],
  };
  const rows = CATALOGUE.map(
    (badge) =>
      `<section class="certificate-item"><header><h4><a href="${esc(badge.address)}" target="_blank" rel="noopener">${esc(badge.title)}</a></h4><span>${esc(badge.issuer)}</span></header></section>`,
  ).join('');
  return htmlReply(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Résumé</title><script type="application/ld+json">${JSON.stringify(person).replace(/</g, '\\u003c')}</script>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-inline-size:760px;margin:40px auto}h4{margin:0}.certificate-item{margin-block:14px}</style></head>
<body><header id="header"><h2>Curriculum vitae</h2></header><section id="certificates"><h3>Certificates</h3>${rows}</section></body></html>`,
  );
}
