import { jsonReply, type Site, type SiteAnswer } from '../../server/site.ts';
import { captured } from '../captured.ts';
import { hostilePage } from './hostile-pages.ts';
import { layoutA } from './layout-a.ts';
import { layoutB } from './layout-b.ts';
import { layoutC } from './layout-c.ts';
import { feedPage, manyPage, reusePage, virtualPage } from './lists.ts';
import { readProfilePath } from './profile.ts';
import { linkedinPage } from './shell.ts';

const DRAW = { a: layoutA, b: layoutB, c: layoutC } as const;

/** LinkedIn as people meet it: profiles in three layouts, lists, a feed, pages that work against us, and captured pages. */
export const linkedin: Site = {
  hosts: ['www.linkedin.com', 'ie.linkedin.com', 'se.linkedin.com'],
  answer({ url }): SiteAnswer | Promise<SiteAnswer> {
    const path = url.pathname;
    const found = readProfilePath(path);
    if (found) return DRAW[found.layout](found.profile);
    const hostile = /^\/pulse\/([\w-]+)\/?$/.exec(path)?.[1];
    if (hostile) return hostilePage(hostile);
    if (path.startsWith('/in/')) return captured(path);
    if (path === '/feed/') return feedPage();
    if (path === '/search/results/reuse/') return reusePage();
    if (path === '/search/results/virtual/') return virtualPage();
    if (path === '/search/results/many/') return manyPage(Math.min(5000, Number(url.searchParams.get('count')) || 500));
    // The extension must never call LinkedIn: whatever asks here is seen in the log.
    if (path.startsWith('/voyager/')) return jsonReply({ status: 403 }, { status: 403 });
    if (path === '/') return linkedinPage('LinkedIn', '<main><section><h2>Welcome</h2></section></main>');
    return null;
  },
};
