import { closest, documentOf, rootOf } from './dom.ts';

const EDITABLE = '[contenteditable]:not([contenteditable=false i])';

/** Whether everything in a document can be edited: rich-text editors of the older kind. Nobody is told when that begins. */
export const isInEditor = (el: Element): boolean => documentOf(el)?.designMode === 'on';

/**
 * Whether somebody writes here, so that a mark would become part of what they write: an editor around the element, through shadow roots, islands in
 * editors that cannot be edited themselves included; a document in design mode; `user-modify` of the page's style sheets.
 */
export function isEditable(el: Element): boolean {
  if (isInEditor(el)) return true;
  const { webkitUserModify = 'read-only' } = getComputedStyle(el) as CSSStyleDeclaration & {
    webkitUserModify?: string;
  };
  if (webkitUserModify !== 'read-only') return true;
  for (let up: Element | undefined = el; up; up = (rootOf(up) as Partial<ShadowRoot>).host) {
    if (closest(up, EDITABLE)) return true;
  }
  return false;
}
