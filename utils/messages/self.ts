import { browser } from '../browser.ts';
import type { Self } from './sender.ts';

/** This extension's own id and origin. `new URL().origin` would answer "null" for extension schemes in some runtimes. */
export function ownIdentity(): Self {
  return { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/+$/, '') };
}
