import { create } from 'zustand';
import { browser } from '../../utils/browser.ts';
import { ask } from '../../utils/pages/ask.ts';
import { readEmail, readHttps, readIssuerId } from '../../utils/pages/validate.ts';
import { withEmail, withoutEmail } from '../../utils/settings/emails.ts';
import { readSettings, updateSettings, watchSettings } from '../../utils/settings/store.ts';
import { withSite } from '../../utils/settings/terms.ts';
import type { Registry } from '../../utils/settings/trust-entries.ts';
import type { Settings, SiteSettings } from '../../utils/settings/types.ts';

interface OptionsState {
  settings: Settings | null;
  granted: string[];
  answers: number | null;
  done: 'forgotten' | 'deleted' | 'failed' | null;
  /** Registries that could be read at the last attempt, of how many. */
  loaded: { read: number; of: number } | null;
  /** A context on its way into the settings. */
  pinning: Pinning;
}

/** `found`: read, and waiting for the reader to say yes to its hash. */
export type Pinning =
  | { state: 'none' | 'reading' | 'unreadable' }
  | { state: 'found'; address: string; text: string; sha256: string };

export const useOptions = create<OptionsState>(() => ({
  settings: null,
  granted: [],
  answers: null,
  done: null,
  loaded: null,
  pinning: { state: 'none' },
}));
const { setState, getState } = useOptions;

export async function start(): Promise<void> {
  watchSettings((settings) => setState({ settings }));
  browser.permissions.onAdded.addListener(() => void readGranted());
  browser.permissions.onRemoved.addListener(() => void readGranted());
  setState({ settings: await readSettings() });
  await Promise.all([readGranted(), countAnswers()]);
}

/** What was granted after the installation: everything granted, less what the manifest brought. */
async function readGranted(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const required = new Set<unknown>(browser.runtime.getManifest().host_permissions ?? []);
  setState({ granted: origins.filter((origin) => !required.has(origin)).sort() });
}

async function countAnswers(): Promise<void> {
  const info = await ask('cache-info', {}).catch(() => null);
  setState({ answers: info?.answers ?? null });
}

/** Shown at once, then stored; what storage made of it is what stays. */
async function change(to: (before: Settings) => Settings): Promise<void> {
  const { settings } = getState();
  if (settings) setState({ settings: to(settings) });
  try {
    setState({ settings: await updateSettings(to), done: null });
  } catch {
    setState({ done: 'failed', settings: await readSettings() });
  }
}

export const setDefaults = (defaults: Partial<Settings['defaults']>): void =>
  void change((before) => ({ ...before, defaults: { ...before.defaults, ...defaults } }));

export async function forgetSite(host: string): Promise<void> {
  const nothing: SiteSettings = { checking: undefined, marks: undefined, off: undefined };
  await change((before) => withSite(before, host, nothing));
  await ask('site-changed', { host }).catch(() => {});
}

/** False when the text is no e-mail address. One that is there already counts as added. */
export function addEmail(text: string): boolean {
  const email = readEmail(text);
  if (!email) return false;
  void change((before) => withEmail(before, email));
  return true;
}

export const removeEmail = (email: string): void => void change((before) => withoutEmail(before, email));

/** False when the text names no issuer. */
export function addTrusted(text: string, name: string): boolean {
  const id = readIssuerId(text);
  if (!id) return false;
  const issuer = { id, ...(name.trim() && { name: name.trim() }) };
  void change((before) => ({ ...before, trusted: [...before.trusted.filter((other) => other.id !== id), issuer] }));
  return true;
}

export const removeTrusted = (id: string): void =>
  void change((before) => ({ ...before, trusted: before.trusted.filter((other) => other.id !== id) }));

/** Asks for the host in the click itself, then reads all registries. */
export function addRegistry({ name, address }: Registry): boolean {
  const url = readHttps(address);
  if (!url) return false;
  const registry = { name: name.trim() || url.hostname, address: url.href };
  void browser.permissions.request({ origins: [`${url.origin}/*`] }).then(async (granted) => {
    if (!granted) return;
    await change((before) => ({
      ...before,
      registries: [...before.registries.filter((other) => other.address !== registry.address), registry],
    }));
    await loadRegistries();
  });
  return true;
}

export async function removeRegistry(address: string): Promise<void> {
  await change((before) => ({ ...before, registries: before.registries.filter((other) => other.address !== address) }));
  await loadRegistries();
}

export async function loadRegistries(): Promise<void> {
  setState({ loaded: await ask('load-registries', {}).catch(() => null) });
}

/** Reads the context, in order to show its hash. Nothing is kept before the reader has agreed. */
export function lookAtContext(text: string): boolean {
  const url = readHttps(text);
  if (!url) return false;
  setState({ pinning: { state: 'reading' } });
  void browser.permissions.request({ origins: [`${url.origin}/*`] }).then(async (granted) => {
    // The address as it was typed is what badges name: JSON-LD compares letter by letter.
    const address = text.trim();
    const found = granted ? await ask('read-context', { address }).catch(() => null) : null;
    if (found?.text && found.sha256) {
      setState({ pinning: { state: 'found', address, text: found.text, sha256: found.sha256 } });
    } else setState({ pinning: { state: 'unreadable' } });
  });
  return true;
}

/** Yes or no to the context that was read. */
export async function settlePin(keep: boolean): Promise<void> {
  const { pinning } = getState();
  setState({ pinning: { state: 'none' } });
  if (!keep || pinning.state !== 'found') return;
  const { address, sha256, text } = pinning;
  await change((before) => ({
    ...before,
    contexts: [...before.contexts.filter((other) => other.address !== address), { address, sha256, text }],
  }));
}

export const removeContext = (address: string): void =>
  void change((before) => ({ ...before, contexts: before.contexts.filter((other) => other.address !== address) }));

export const withdraw = (pattern: string): void =>
  void browser.permissions.remove({ origins: [pattern] }).then(readGranted);

export async function forgetAnswers(): Promise<void> {
  const { done } = await ask('clear-cache', {}).catch(() => ({ done: false }));
  setState({ done: done ? 'forgotten' : 'failed' });
  await countAnswers();
}

/** Settings and caches in the background, granted sites here: only a page of ours may give them back. */
export async function deleteEverything(): Promise<void> {
  const { done } = await ask('delete-everything', {}).catch(() => ({ done: false }));
  const { granted } = getState();
  if (granted.length > 0) await browser.permissions.remove({ origins: granted }).catch(() => false);
  setState({ done: done ? 'deleted' : 'failed', settings: await readSettings() });
  await Promise.all([readGranted(), countAnswers()]);
}
