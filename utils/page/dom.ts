/**
 * The DOM through the prototypes' own accessors. `<form><input name="parentNode">` and `<img name="querySelectorAll">` shadow members of
 * their form and of the document, in our isolated world too; these cannot be shadowed.
 */

type Root = Document | DocumentFragment | Element;

const getter = <T>(prototype: object, name: string): ((node: Node) => T) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: Node) => T;
  return (node) => {
    try {
      return get.call(node);
    } catch {
      // Firefox: the document of a frame that has navigated is no node any more. Whoever asks hears nothing, as of a node in no document.
      return undefined as T;
    }
  };
};

const node = Node.prototype;
const element = Element.prototype;

export const parentOf = /* @__PURE__ */ getter<Node | null>(node, 'parentNode');
export const parentElementOf = /* @__PURE__ */ getter<Element | null>(node, 'parentElement');
export const documentOf = /* @__PURE__ */ getter<Document | null>(node, 'ownerDocument');
export const baseOf = /* @__PURE__ */ getter<string>(node, 'baseURI');
export const isConnected = /* @__PURE__ */ getter<boolean>(node, 'isConnected');
export const nodeType = /* @__PURE__ */ getter<number>(node, 'nodeType');
export const textOf = /* @__PURE__ */ getter<string | null>(node, 'textContent');
export const nextOf = /* @__PURE__ */ getter<Element | null>(element, 'nextElementSibling');
export const previousOf = /* @__PURE__ */ getter<Element | null>(element, 'previousElementSibling');
export const nextNode = /* @__PURE__ */ getter<Node | null>(node, 'nextSibling');
export const previousNode = /* @__PURE__ */ getter<Node | null>(node, 'previousSibling');
export const shadowOf = /* @__PURE__ */ getter<ShadowRoot | null>(element, 'shadowRoot');
export const tagOf = /* @__PURE__ */ getter<string>(element, 'localName');

export const contains = (outer: Node, inner: Node): boolean => node.contains.call(outer, inner);
export const follows = (first: Node, second: Node): boolean =>
  (node.compareDocumentPosition.call(first, second) & 4) === 4;
export const rootOf = (start: Node): Node => node.getRootNode.call(start);
export const closest = (start: Element, selector: string): Element | null => element.closest.call(start, selector);
export const matches = (el: Element, selector: string): boolean => element.matches.call(el, selector);
export const attribute = (el: Element, name: string): string | null => element.getAttribute.call(el, name);
export const rectOf = (el: Element): DOMRect => element.getBoundingClientRect.call(el);
export const removeNode = (el: Element): void => element.remove.call(el);

/** All descendants that match, in document order. */
export function queryAll(root: Root, selector: string): ArrayLike<Element> {
  const type = nodeType(root);
  const { prototype } = type === 9 ? Document : type === 1 ? Element : DocumentFragment;
  return prototype.querySelectorAll.call(root, selector);
}

/** The first match, or null. */
export const query = (root: Root, selector: string): Element | null => queryAll(root, selector)[0] ?? null;

/** Walks the nodes of a kind (`NodeFilter.SHOW_…`) under `root`, in document order. */
export const walk = (root: Node, kind: number): TreeWalker =>
  Document.prototype.createTreeWalker.call(document, root, kind);

/** A new element of `doc`, by its tag name. */
export const create = (doc: Document, tag: string): HTMLElement => Document.prototype.createElement.call(doc, tag);
