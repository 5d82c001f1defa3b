import { GENUINE } from '../cast/catalogue.ts';
import { esc, htmlReply, type Site } from '../server/site.ts';

/** A short link of LinkedIn's that leads to the genuine badge. */
export const SHORT_LINK = 'https://lnkd.in/gTs4Quiet';

/** LinkedIn's shortener: a safety page with status 200, never a redirect. */
export const shortLinks: Site = {
  hosts: ['lnkd.in'],
  answer() {
    return htmlReply(
      `<!doctype html><html lang="en"><head><title>LinkedIn</title></head><body><h1>You are leaving LinkedIn</h1>` +
        `<a class="artdeco-button" data-tracking-control-name="external_url_click" href="${esc(GENUINE.address)}">Go on</a></body></html>`,
    );
  },
};
