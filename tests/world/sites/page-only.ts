import { UNSUPPORTED } from '../cast/catalogue.ts';
import { esc, htmlReply, type Site } from '../server/site.ts';

/** Platforms that only have a page for people. The extension has no business asking them by itself. */
export const pageOnly: Site = {
  hosts: [
    'www.coursera.org',
    'coursera.org',
    'courses.edx.org',
    'credentials.edx.org',
    'cp.certmetrics.com',
    'www.udemy.com',
    'www.hackerrank.com',
    'confirm.udacity.com',
    'openbadgepassport.com',
    'credsverse.com',
    'view.pok.tech',
  ],
  answer({ host, url }) {
    const title = url.pathname.includes(UNSUPPORTED.id) ? UNSUPPORTED.title : 'Certificate';
    return htmlReply(
      `<!doctype html><html lang="en"><title>${esc(title)} | ${esc(host)}</title><meta property="og:title" content="${esc(title)}"><h1>${esc(title)}</h1></html>`,
    );
  },
};
