// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupFindings, groupOf } from '../../../components/page-view/group-findings.ts';
import { type FindingActions, PageView } from '../../../components/page-view/page-view.tsx';
import type { Finding, PanelState } from '../../../utils/messages/protocol.ts';
import { badgeFixture, reportFixture } from '../words/reports.ts';
import { clearStage, installMessages, press, show } from './stage.tsx';

function findingFixture(changes: Partial<Finding> = {}): Finding {
  return {
    key: 'credly:1',
    platform: 'credly',
    kind: 'badge',
    url: 'https://www.credly.com/badges/1',
    label: 'Show credential',
    state: 'done',
    report: reportFixture(),
    ...changes,
  };
}

const panel = (findings: Finding[], person: string | null = 'Asha Rao'): PanelState => ({
  type: 'findings',
  person,
  terms: { checking: 'auto', marks: true, off: false },
  findings,
});

const calls: unknown[][] = [];
const actions: FindingActions = {
  onScroll: (...given) => calls.push(['scroll', ...given]),
  onCheck: (...given) => calls.push(['check', ...given]),
  onNeedPicture: (...given) => calls.push(['picture', ...given]),
  onAllow: (...given) => calls.push(['allow', ...given]),
  onOpenShortLink: (...given) => calls.push(['open', ...given]),
  onOpenAtDesk: (...given) => calls.push(['desk', ...given]),
  onClaim: (...given) => calls.push(['claim', ...given]),
};
const bare = (place: HTMLElement) => (place.textContent ?? '').replace(/[\u2068\u2069]/g, '');

beforeEach(() => installMessages());
afterEach(async () => {
  calls.length = 0;
  await clearStage();
});

describe('grouping', () => {
  it('puts what needs a look first and every finding into exactly one group', () => {
    const findings = [
      findingFixture({ key: 'a' }),
      findingFixture({ key: 'b', report: reportFixture({ verdict: 'revoked' }) }),
      findingFixture({ key: 'c', report: reportFixture({ verdict: 'expired' }) }),
      findingFixture({ key: 'd', report: reportFixture({ verdict: 'undecided' }) }),
      findingFixture({ key: 'e', state: 'pending', report: null }),
      findingFixture({ key: 'f', state: 'idle', report: null }),
      findingFixture({ key: 'g', kind: 'short-link', state: 'idle', report: null }),
    ];
    const groups = groupFindings(findings).map(({ name, findings: list }) => [name, ...list.map(({ key }) => key)]);
    expect(groups).toEqual([
      ['bad', 'b'],
      ['caution', 'c'],
      ['ok', 'a'],
      ['unknown', 'd'],
      ['pending', 'e'],
      ['idle', 'f'],
      ['short-link', 'g'],
    ]);
  });
  it('keeps a row in its place while it is checked again', () => {
    expect(groupOf(findingFixture({ state: 'pending' }))).toBe('ok');
  });
  it('takes a short link for a badge only once somebody has opened it', () => {
    const unopened = reportFixture({
      verdict: 'unsupported',
      checks: [{ id: 'origin', outcome: 'unknown', code: 'origin-short-link' }],
    });
    expect(groupOf(findingFixture({ kind: 'short-link', report: unopened }))).toBe('short-link');
    expect(groupOf(findingFixture({ kind: 'short-link', state: 'pending', report: null }))).toBe('pending');
    expect(groupOf(findingFixture({ kind: 'short-link' }))).toBe('ok');
  });
});

describe('the page view', () => {
  it('counts, says whom names are compared with, and groups under words', async () => {
    const place = await show(<PageView state={panel([findingFixture()])} pictures={{}} actions={actions} />);
    expect(place.querySelector('[role=status] h1')?.textContent).toBe('1 badge on this page');
    expect(bare(place)).toContain('Names are compared with “Asha Rao”.');
    expect(place.querySelector('h2')?.textContent).toBe('Checked and good 1');
    expect(bare(place)).toContain('Verified · Harbour School · Asha Rao: Same name');
  });
  it('admits that the page names nobody', async () => {
    const place = await show(<PageView state={panel([], null)} pictures={{}} actions={actions} />);
    expect(place.textContent).toContain('The page names nobody we could be sure of');
    expect(place.textContent).toContain('No badges on this page');
  });
  it('says why a verified badge is not good: nobody checks its issuer, or the issuer’s name is another’s', async () => {
    const unvetted = findingFixture({ report: reportFixture({ issuer: { standing: 'unvetted', name: 'Anybody' } }) });
    const impostor = findingFixture({
      key: 'x',
      report: reportFixture({ issuer: { standing: 'impostor', name: 'Microsoft' } }),
    });
    const place = await show(<PageView state={panel([unvetted, impostor])} pictures={{}} actions={actions} />);
    expect(place.textContent).toContain('Issuer not checked by anyone · Anybody');
    expect(place.textContent).toContain('The issuer’s name does not match its place · Microsoft');
    expect(place.textContent).not.toContain('Checked and good');
  });
  it('scrolls to a badge, unfolds its report, asks again', async () => {
    const place = await show(<PageView state={panel([findingFixture()])} pictures={{}} actions={actions} />);
    place.querySelector<HTMLElement>('.row-main')?.click();
    expect(calls).toEqual([['scroll', 'credly:1']]);
    expect(place.textContent).not.toContain('Who says so?');
    await press(place, 'Details of Harbour Pilot, First Class');
    expect(bare(place)).toContain('Issued by “Harbour School” through Credly, which checks who its issuers are.');
    await press(place, 'Check again');
    expect(calls.at(-1)).toEqual(['check', ['credly:1'], true]);
  });
  it('checks all that wait for a click, and only those', async () => {
    const idle = findingFixture({ key: 'b', state: 'idle', report: null });
    const place = await show(<PageView state={panel([findingFixture(), idle])} pictures={{}} actions={actions} />);
    await press(place, 'Check all');
    expect(calls).toEqual([['check', ['b'], false]]);
  });
  it('opens a short link only when told to', async () => {
    const short = findingFixture({
      key: 's',
      kind: 'short-link',
      url: 'https://lnkd.in/abc',
      state: 'idle',
      report: null,
    });
    const place = await show(<PageView state={panel([short])} pictures={{}} actions={actions} />);
    expect(calls).toEqual([]);
    await press(place, 'Check where it leads');
    expect(calls).toEqual([['open', 's', 'https://lnkd.in/abc']]);
  });
});

describe('strangers’ words', () => {
  it('stay text, and lead nowhere but to https', async () => {
    const badge = badgeFixture({
      name: '<img src=x onerror=alert(1)>\u202e',
      description: '<script>alert(1)</script>',
      criteria: 'javascript:alert(1)',
      evidence: ['data:text/html,hello', 'https://user:pass@evil.example/', 'https://fine.example/work'],
      url: 'javascript:alert(2)',
      image: 'https://images.example/x.png',
    });
    const finding = findingFixture({ url: 'http://plain.example/', report: reportFixture({ badge }) });
    const place = await show(<PageView state={panel([finding])} pictures={{}} actions={actions} />);
    await press(place, 'Details of <img src=x onerror=alert(1)>');
    expect(place.querySelector('img, script, iframe')).toBeNull();
    expect(place.textContent).toContain('<script>alert(1)</script>');
    expect(place.textContent).not.toContain('\u202e');
    expect([...place.querySelectorAll('a')].map((link) => link.href)).toEqual(['https://fine.example/work']);
    expect(place.querySelector('a')?.rel).toBe('noopener noreferrer');
    expect(calls).toEqual([['picture', 'https://images.example/x.png']]);
  });
  it('shows a picture only from a blob that the background checked', async () => {
    const image = 'https://images.example/x.png';
    const finding = findingFixture({ report: reportFixture({ badge: badgeFixture({ image }) }) });
    const place = await show(
      <PageView state={panel([finding])} pictures={{ [image]: 'blob:checked' }} actions={actions} />,
    );
    await press(place, 'Details of Harbour Pilot, First Class');
    expect(place.querySelector('img')?.getAttribute('src')).toBe('blob:checked');
    expect(calls).toEqual([]);
  });
  it('a host to be allowed is asked for only when it is a host', async () => {
    const missing = (detail: string) =>
      findingFixture({
        report: reportFixture({
          verdict: 'undecided',
          checks: [{ id: 'origin', outcome: 'unknown', code: 'origin-not-permitted', detail }],
        }),
      });
    const good = await show(
      <PageView state={panel([missing('badges.example.org')])} pictures={{}} actions={actions} />,
    );
    await press(good, 'Details of Harbour Pilot, First Class');
    await press(good, 'Allow asking badges.example.org');
    expect(calls).toEqual([['allow', 'badges.example.org', 'credly:1']]);
    await clearStage();
    const bad = await show(<PageView state={panel([missing('*')])} pictures={{}} actions={actions} />);
    await press(bad, 'Details of Harbour Pilot, First Class');
    expect(bad.textContent).not.toContain('Allow asking');
  });
});
