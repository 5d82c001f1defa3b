/**
 * How the page looks. Constant, without any address in it: what a stranger wrote never gets into a style. Texts contrast with their ground by 7:1 and
 * more, in light and dark. On paper it is always light, whatever the screen; sizes there are millimetres, and the margins leave A4 and Letter alike.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #ffffff;
  --card: #ffffff;
  --line: #c9ced6;
  --ink: #1b1f24;
  --quiet: #4a525c;
  --link: #0b4a8c;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #16191d;
    --card: #1f242a;
    --line: #48515c;
    --ink: #f0f2f4;
    --quiet: #b9c1ca;
    --link: #9cc9f8;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); }
body {
  max-width: 1040px;
  margin: 0 auto;
  padding: 40px 20px 32px;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
/* Words keep their own direction, and begin where the page's do. */
body [dir] { text-align: -webkit-match-parent; text-align: match-parent; }
h1 { font-size: 32px; line-height: 1.2; }
h2 { margin: 0 0 14px; font-size: 20px; line-height: 1.3; }
h3 { font-size: 17px; line-height: 1.35; }
a { color: var(--link); text-underline-offset: 3px; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 20px 28px; margin-bottom: 36px; }
header > div { flex: 1 1 280px; min-width: 0; }
.portrait { flex: none; width: 132px; height: 132px; border-radius: 50%; object-fit: cover; }
.headline { margin-top: 4px; font-size: 18px; color: var(--quiet); }
.row { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-top: 10px; }
.row a { display: inline-block; min-height: 24px; }
.badges { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr)); gap: 16px; }
.badge {
  display: flex;
  align-items: flex-start;
  gap: 14px;
  padding: 16px;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--card);
}
.badge > img { flex: none; width: 80px; height: 80px; object-fit: contain; }
.badge > div { flex: 1; min-width: 0; }
.badge p { margin-top: 4px; }
.quiet { font-size: 14.5px; color: var(--quiet); }
.about { font-size: 15px; }
.address { display: none; }
footer { margin-top: 36px; padding-top: 14px; border-top: 1px solid var(--line); }
@media (forced-colors: active) {
  .badge { border-color: CanvasText; }
}
@page { margin: 14mm; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.4; }
  h1 { font-size: 22pt; }
  h2 { margin-bottom: 3mm; font-size: 14pt; break-after: avoid; }
  h3 { font-size: 11.5pt; }
  header { flex-wrap: nowrap; gap: 7mm; margin-bottom: 7mm; break-inside: avoid; }
  .portrait { width: 32mm; height: 32mm; }
  .headline { font-size: 12pt; }
  .row { margin-top: 2mm; }
  .badges { display: block; }
  .badge { gap: 4mm; margin-bottom: 3.5mm; padding: 3.5mm; break-inside: avoid; }
  .badge > img { width: 20mm; height: 20mm; }
  .badge p { margin-top: 0.8mm; }
  .quiet, .about { font-size: 9.5pt; }
  .address { display: block; font-size: 9pt; color: var(--quiet); }
  a { color: inherit; }
  footer { margin-top: 5mm; padding-top: 3mm; break-inside: avoid; }
}
`;
