// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../../components/desk/desk-row.tsx';
import { DeskView } from '../../../components/desk/desk-view.tsx';
import { ErrorBoundary } from '../../../components/error-boundary.tsx';
import { OptionsView } from '../../../components/options/options-view.tsx';
import { WelcomeView } from '../../../components/welcome/welcome-view.tsx';
import { DEFAULT_SETTINGS } from '../../../utils/settings/defaults.ts';
import { reportFixture } from '../words/reports.ts';
import { clearStage, installMessages, press, show } from './stage.tsx';

const calls: unknown[][] = [];
const note =
  (name: string) =>
  (...given: unknown[]) => {
    calls.push([name, ...given.filter((one) => !(one instanceof Object && 'nativeEvent' in one))]);
  };

beforeEach(() => installMessages());
afterEach(async () => {
  calls.length = 0;
  await clearStage();
});

async function type(field: HTMLInputElement | HTMLTextAreaElement | null, text: string): Promise<void> {
  if (!field) throw new Error('no field');
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('the desk', () => {
  const actions = {
    onText: note('text'),
    onFiles: note('files'),
    onStop: note('stop'),
    onClear: note('clear'),
    onCheckAgain: note('again'),
    onAllow: note('allow'),
    onNeedPicture: note('picture'),
    onClaim: note('claim'),
  };
  const item = (changes: Partial<DeskItem>): DeskItem => ({
    id: '1',
    label: 'https://www.credly.com/badges/1',
    platform: 'credly',
    state: 'done',
    report: null,
    problem: null,
    ...changes,
  });

  it('hands over what was typed, with the name to compare', async () => {
    const place = await show(<DeskView items={[]} pictures={{}} actions={actions} />);
    await type(place.querySelector('textarea'), 'https://a.example/1');
    await type(place.querySelector('input:not([type=file])'), 'Asha Rao');
    await press(place, 'Check');
    expect(calls).toEqual([['text', 'https://a.example/1', 'Asha Rao']]);
  });
  it('shows progress that can be stopped, and a reason for what cannot be read', async () => {
    const items = [
      item({ id: '1', label: 'cv.pdf', platform: '', problem: 'document-later' }),
      item({ id: '2', state: 'pending' }),
      item({ id: '3', state: 'idle' }),
    ];
    const place = await show(<DeskView items={items} pictures={{}} actions={actions} />);
    expect(place.querySelector('[role=status]')?.textContent).toBe('1 of 3 done');
    expect(place.textContent).toContain('PDF and Word files cannot be read yet.');
    expect(place.textContent).toContain('Asking Credly …');
    await press(place, 'Stop');
    expect(calls).toEqual([['stop']]);
  });
  it('says so where there was no name to compare with', async () => {
    const report = reportFixture({ holder: { match: 'unknown', name: 'Asha Rao' } });
    const place = await show(<DeskView items={[item({ report })]} pictures={{}} actions={actions} />);
    expect(place.textContent).toContain('Genuine; whose it is was not compared · ');
    expect(place.textContent).not.toContain('Checked and good');
  });
  it('unfolds the only answer by itself', async () => {
    const place = await show(<DeskView items={[item({ report: reportFixture() })]} pictures={{}} actions={actions} />);
    expect(place.textContent).toContain('Who says so?');
    await press(place, 'Check again');
    expect(calls).toEqual([['again', '1']]);
  });
});

describe('the options', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    sites: { 'asha.example': { off: true } },
    emails: ['asha@example.org'],
    trusted: [{ id: 'badges.example.org', name: 'Harbour School' }],
  };
  const actions = {
    onDefaults: note('defaults'),
    onForgetSite: note('site'),
    onAddEmail: (email: string) => email.includes('@'),
    onRemoveEmail: note('email'),
    onAddTrusted: () => false,
    onRemoveTrusted: note('trusted'),
    onAddRegistry: (registry: { name: string }) => note('registry')(registry.name) === undefined,
    onRemoveRegistry: note('remove registry'),
    onLoadRegistries: note('load registries'),
    onLookAtContext: () => true,
    onSettlePin: note('settle'),
    onRemoveContext: note('remove context'),
    onWithdraw: note('withdraw'),
    onForgetAnswers: note('forget'),
    onDelete: note('delete'),
  };
  const page = (pinning: Parameters<typeof OptionsView>[0]['pinning'] = { state: 'none' }) => (
    <OptionsView
      settings={settings}
      offered={[{ name: 'Harbour Registry', address: 'https://registry.example/list.json' }]}
      loaded={{ read: 1, of: 2 }}
      pinning={pinning}
      granted={['https://*/*', 'https://asha.example/*']}
      answers={3}
      version="1.2.3"
      done={null}
      actions={actions}
    />
  );

  it('lists every choice with a way to take it back, named for those who only hear it', async () => {
    const place = await show(page());
    await press(place, 'Remove asha@example.org');
    await press(place, 'Remove Harbour School');
    await press(place, 'Remove All websites');
    expect(calls).toEqual([
      ['email', 'asha@example.org'],
      ['trusted', 'badges.example.org'],
      ['withdraw', 'https://*/*'],
    ]);
    await press(place, 'Forget all answers (3 kept)');
    expect(calls.at(-1)).toEqual(['forget']);
  });
  it('says next to the field why an entry was refused, and keeps it', async () => {
    const place = await show(page());
    const field = place.querySelector<HTMLInputElement>('input[type=email]');
    await type(field, 'nope');
    await press(place, 'Add');
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field?.getAttribute('aria-describedby') ?? '')?.textContent).toContain('e-mail');
    expect(field?.value).toBe('nope');
    await type(field, 'asha@example.org');
    await press(place, 'Add');
    expect(field?.value).toBe('');
    expect(field?.getAttribute('aria-invalid')).toBeNull();
  });
  it('offers registries, and tells how many could be read', async () => {
    const place = await show(page());
    await press(place, 'Use “Harbour Registry”');
    expect(calls).toEqual([['registry', 'Harbour Registry']]);
    // None is in use, so nothing is told about reading.
    expect(place.textContent).not.toContain('lists could be read');
  });
  it('pins a vocabulary only after its hash was seen', async () => {
    const found = { state: 'found', address: 'https://guild.example/v1', sha256: 'ab'.repeat(32) } as const;
    const place = await show(page(found));
    expect(place.textContent).toContain('ab'.repeat(32));
    await press(place, 'Use exactly this one');
    await press(place, 'Leave it');
    expect(calls).toEqual([
      ['settle', true],
      ['settle', false],
    ]);
  });
  it('deletes only after a second yes', async () => {
    const place = await show(page());
    await press(place, 'Delete everything');
    expect(calls).toEqual([]);
    const dialog = document.querySelector<HTMLElement>('[role=alertdialog]');
    expect(dialog?.textContent).toContain('This cannot be undone.');
    if (dialog) await press(dialog, 'Delete everything');
    expect(calls).toEqual([['delete']]);
  });
});

describe('the welcome page', () => {
  it('offers the LinkedIn choice at once, in one click', async () => {
    const place = await show(
      <WelcomeView
        linkedin={{ checking: 'auto', marks: true, off: false }}
        hosts={['www.credly.com']}
        optionsAddress="/options.html"
        onLinkedIn={note('linkedin')}
      />,
    );
    await act(async () => place.querySelector<HTMLElement>('input[value=click]')?.click());
    await act(async () => place.querySelector<HTMLElement>('input[value=off]')?.click());
    expect(calls).toEqual([
      ['linkedin', { off: undefined, checking: 'click' }],
      ['linkedin', { off: true }],
    ]);
    expect(place.querySelectorAll('.signs svg')).toHaveLength(4);
    expect(place.textContent).toContain('www.credly.com');
  });
  it('speaks Traditional Chinese', async () => {
    await installMessages('zh_TW');
    const place = await show(
      <WelcomeView
        linkedin={{ checking: 'auto', marks: true, off: false }}
        hosts={[]}
        optionsAddress="/options.html"
        onLinkedIn={note('linkedin')}
      />,
    );
    expect(place.querySelector('h1')?.textContent).toBe('歡迎使用 Touchstone 試金石');
  });
});

describe('a page that breaks', () => {
  it('ends in words and a way on', async () => {
    const Broken = () => {
      throw new Error('drawn badly');
    };
    const silenced = console.error;
    console.error = () => {};
    const place = await show(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    ).finally(() => {
      console.error = silenced;
    });
    expect(place.querySelector('[role=alert]')?.textContent).toContain('This page stopped working');
  });
});
