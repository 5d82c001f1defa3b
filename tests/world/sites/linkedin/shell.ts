import { esc, htmlReply, type WorldReply } from '../../server/site.ts';

const STYLE = `:root{color-scheme:light dark;--ground:#f4f2ee;--card:#fff;--text:#1d1d1b;--soft:#62605c;--link:#0a66c2;--line:#dcd8d0}
@media (prefers-color-scheme:dark){:root{--ground:#1b1f23;--card:#24292e;--text:#eef0f1;--soft:#a9b1b8;--link:#71b7fb;--line:#3a4148}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
.bar{background:var(--card);border-block-end:1px solid var(--line);padding:10px 24px;display:flex;gap:24px}
main{max-inline-size:780px;margin:24px auto;padding-inline:16px}a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
section,.card{display:block;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:20px 24px;margin-block-end:12px}
h1{margin:0;font-size:26px}h2{margin:0 0 12px;font-size:20px}ul{list-style:none;margin:0;padding:0}
li.row{display:flex;gap:12px;padding-block:12px;border-block-end:1px solid var(--line)}li.row:last-child{border:0}
.logo{inline-size:48px;block-size:48px;background:var(--line);border-radius:4px;flex:none}.soft{color:var(--soft);font-size:14px}
.button{display:inline-flex;align-items:center;border:1px solid var(--soft);border-radius:16px;padding:3px 14px;margin-block-start:8px;color:var(--soft);font-weight:600;font-size:14px}
.visually-hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.column{display:flex;flex-direction:column}.strong{font-weight:600;color:var(--text)}p{margin:0}`;

const NONCE = 'd29ybGQ';

/** A page of the LinkedIn-like site, under a content security policy as strict about script as the real one. */
export function linkedinPage(title: string, main: string, script = ''): WorldReply {
  return htmlReply(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${esc(title)}</title><style>${STYLE}</style></head><body>
<header class="bar"><a href="/feed/">Home</a><a href="/search/results/many/?count=40">Network</a><button type="button" class="soft">Me: Quinn Abernathy</button></header>
${main}${script && `<script nonce="${NONCE}">${script}</script>`}</body></html>`,
    {
      headers: {
        'content-security-policy': `default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'unsafe-inline'; img-src https: data:; connect-src 'self'; frame-src https:; base-uri 'self'; form-action 'self'; frame-ancestors 'self'`,
      },
    },
  );
}
