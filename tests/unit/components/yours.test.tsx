// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FindingActions, PageView } from '../../../components/page-view/page-view.tsx';
import { createYours } from '../../../entrypoints/popup/yours.ts';
import type { Report } from '../../../utils/badge/report.ts';
import { type Finding, MAX_BADGES_PER_MESSAGE, type PanelState } from '../../../utils/messages/protocol.ts';
import { withYours } from '../../../utils/pages/as-yours.ts';
import { reportFixture } from '../words/reports.ts';
import { clearStage, installMessages, press, show } from './stage.tsx';

const finding = (key: string, report: Report | null = reportFixture()): Finding => ({
  key,
  platform: 'credly',
  kind: 'badge',
  url: 'https://www.credly.com/badges/1',
  label: 'Show credential',
  state: report ? 'done' : 'pending',
  report,
});
const panel = (...findings: Finding[]): PanelState => ({
  type: 'findings',
  person: 'Asha Rao',
  terms: { checking: 'auto', marks: true, off: false },
  findings,
});
const bare = (place: HTMLElement) => (place.textContent ?? '').replace(/[\u2068\u2069]/g, '');
const settle = () => new Promise((done) => setImmediate(done));
const EMAILS = ['reader@example.org'];

function set(answer: (keys: string[]) => Promise<string[]> = async (keys) => keys.filter((key) => key === 'mine')) {
  const asked: string[][] = [];
  const heard: string[][] = [];
  const yours = createYours(
    (keys) => {
      asked.push(keys);
      return answer(keys);
    },
    (keys) => heard.push([...keys]),
  );
  return { yours, asked, heard };
}

describe('the popup asks the background which badges are the reader’s', () => {
  it('once for each answer, and again when a badge was checked again', async () => {
    const { yours, asked, heard } = set();
    yours.learn(panel(finding('mine'), finding('other'), finding('open', null)), EMAILS);
    await settle();
    yours.learn(panel(finding('mine'), finding('other'), finding('open')), EMAILS);
    await settle();
    const again = reportFixture({ checkedAt: '2026-11-21T08:30:00.000Z' });
    yours.learn(panel(finding('mine', again), finding('other'), finding('open')), EMAILS);
    await settle();
    expect(asked).toEqual([['mine', 'other'], ['open'], ['mine']]);
    expect(heard.at(-1)).toEqual(['mine']);
  });
  it('wakes nobody where the reader has given no address, and forgets when it is taken away', async () => {
    const { yours, asked, heard } = set();
    yours.learn(panel(finding('mine')), []);
    await settle();
    expect([asked, heard]).toEqual([[], []]);
    yours.learn(panel(finding('mine')), EMAILS);
    await settle();
    expect(heard.at(-1)).toEqual(['mine']);
    yours.learn(panel(finding('mine')), []);
    expect(heard.at(-1)).toEqual([]);
    yours.learn(panel(finding('mine')), ['new@example.org']);
    await settle();
    expect([asked, heard.at(-1)]).toEqual([[['mine'], ['mine']], ['mine']]);
  });
  it('takes back what is no longer so', async () => {
    let mine = ['mine'];
    const { yours, heard } = set(async () => mine);
    yours.learn(panel(finding('mine')), EMAILS);
    await settle();
    mine = [];
    yours.learn(panel(finding('mine', reportFixture({ checkedAt: '2026-11-21T08:30:00.000Z' }))), EMAILS);
    await settle();
    expect(heard).toEqual([['mine'], []]);
  });
  it('in portions that the background accepts, one after the other, also for what came meanwhile', async () => {
    const many = Array.from({ length: MAX_BADGES_PER_MESSAGE + 1 }, (_, n) => finding(`k${n}`));
    const { yours, asked } = set();
    yours.learn(panel(...many), EMAILS);
    yours.learn(panel(...many, finding('late')), EMAILS);
    await settle();
    expect(asked.map((keys) => keys.length)).toEqual([MAX_BADGES_PER_MESSAGE, 2]);
  });
  it('an answer to addresses that have changed meanwhile counts for nothing', async () => {
    const waiting: ((keys: string[]) => void)[] = [];
    const { yours, heard } = set(() => new Promise((done) => waiting.push(done)));
    yours.learn(panel(finding('mine')), EMAILS);
    yours.learn(panel(finding('mine')), []);
    waiting[0]?.(['mine']);
    await settle();
    expect(heard.flat()).toEqual([]);
  });
  it('two answers under one key end too', async () => {
    const { yours, asked } = set();
    const again = reportFixture({ checkedAt: '2026-11-21T08:30:00.000Z' });
    yours.learn(panel(finding('mine'), finding('mine', again)), EMAILS);
    await settle();
    expect(asked).toEqual([['mine', 'mine']]);
  });
  it('no answer is no reason to ask without end', async () => {
    const { yours, asked, heard } = set(() => Promise.reject(new Error('asleep')));
    yours.learn(panel(finding('mine')), EMAILS);
    await settle();
    expect([asked.length, heard]).toEqual([1, []]);
    yours.learn(panel(finding('mine')), EMAILS);
    await settle();
    expect(asked).toHaveLength(2);
  });
});

describe('the popup’s list', () => {
  const actions: FindingActions = {
    onScroll: () => {},
    onCheck: () => {},
    onNeedPicture: () => {},
    onAllow: () => {},
    onOpenShortLink: () => {},
    onOpenAtDesk: () => {},
    onClaim: () => {},
  };
  beforeEach(() => installMessages());
  afterEach(clearStage);

  it('says "yours" in the row and in the report, and groups by it', async () => {
    const report = reportFixture({
      holder: { match: 'differs', name: 'Bo Lind' },
      checks: [{ id: 'recipient', outcome: 'warn', code: 'recipient-differs', detail: 'Bo Lind' }],
    });
    const state = panel(finding('mine', report), finding('other', report));
    const place = await show(<PageView state={withYours(state, new Set(['mine']))} pictures={{}} actions={actions} />);
    const headings = [...place.querySelectorAll('h2')].map(({ textContent }) => textContent);
    expect(headings).toEqual(['Look closer 1', 'Checked and good 1']);
    const row = place.querySelectorAll<HTMLElement>('.row')[1];
    if (!row) throw new Error('no second row');
    expect(bare(row)).toContain('Bo Lind: Yours');
    await press(row, 'Details of Harbour Pilot, First Class');
    expect(bare(row)).toContain('It was issued to one of your own e-mail addresses.');
    await press(row, 'What was checked (1 check)');
    expect(bare(row)).not.toContain('not alike');
  });
});
