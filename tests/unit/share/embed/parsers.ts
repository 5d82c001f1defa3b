/** Parsers that are not ours, each with its tree made comparable: neighbouring texts joined, everything else kept. */
import { convert } from '@asciidoctor/core';
import { parse as parseLatex } from '@unified-latex/unified-latex-util-parse';
import { type Node as MarkdownNode, Parser } from 'commonmark';
import { JSDOM } from 'jsdom';

export type Tree = string | { is: string; with?: Record<string, string>; holds?: Tree[] };

function joined(nodes: readonly Tree[]): Tree[] {
  const trees: Tree[] = [];
  for (const node of nodes) {
    const last = trees.at(-1);
    if (typeof node === 'string' && typeof last === 'string') trees[trees.length - 1] = last + node;
    else if (node !== '') trees.push(node);
  }
  return trees;
}

const { document } = new JSDOM('').window;

/** Elements with all attributes, comments and texts. */
export function htmlTree(html: string): Tree[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return joined([...template.content.childNodes].map(domTree));
}

function domTree(node: ChildNode): Tree {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (node.nodeType !== 1) return { is: node.nodeName, holds: [node.textContent ?? ''] };
  const element = node as Element;
  return {
    is: element.localName,
    with: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    holds: joined([...element.childNodes].map(domTree)),
  };
}

/** CommonMark’s reference implementation; the snippet stands between two paragraphs of a document, where it must not touch either. */
export function markdownTree(code: string): Tree {
  return markdownNode(new Parser().parse(`Before\n\n${code}\n\nAfter\n`));
}

function markdownNode(node: MarkdownNode): Tree {
  if (node.type === 'text') return node.literal ?? '';
  const holds: Tree[] = [];
  for (let child = node.firstChild; child; child = child.next) holds.push(markdownNode(child));
  return {
    is: node.type,
    with: { destination: node.destination ?? '', title: node.title ?? '', literal: node.literal ?? '' },
    holds: joined(holds),
  };
}

/** Asciidoctor, with all that can be switched on switched on. */
export async function asciidocTree(code: string): Promise<Tree[]> {
  const html = await convert(`Before\n\n${code}\n\nAfter\n`, {
    safe: 'server',
    standalone: false,
    attributes: { experimental: '', stem: '', icons: 'font', 'hide-uri-scheme': null },
  });
  return htmlTree(String(html));
}

interface LatexNode {
  type: string;
  content?: string | LatexNode[];
  env?: string;
  args?: { content: LatexNode[] }[];
}

/** What commands print that print one character. */
const PRINTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'{}$&#%_'].map((character) => [character, character])),
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textasciigrave: '`',
};

/** Texts as they print; every other command, environment, comment or formula is in the tree under its name. */
export function latexTree(code: string): Tree[] {
  return latexNodes((parseLatex(`Before ${code} After`) as unknown as { content: LatexNode[] }).content);
}

function latexNodes(nodes: readonly LatexNode[]): Tree[] {
  const trees: Tree[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as LatexNode;
    const next = nodes[at + 1];
    const { type, content } = node;
    if (type === 'string') trees.push(String(content));
    else if (type === 'whitespace') trees.push(' ');
    else if (type === 'group') trees.push(...latexNodes(content as LatexNode[]));
    else if (type === 'macro' && content === 'symbol' && next?.type === 'group') {
      trees.push(String.fromCharCode(Number(latexNodes(next.content as LatexNode[]).join(''))));
      at++;
    } else if (type === 'macro' && typeof content === 'string' && Object.hasOwn(PRINTS, content) && !node.args) {
      trees.push(PRINTS[content] as string);
    } else {
      const parts = [...(node.args ?? []).map((arg) => arg.content), Array.isArray(content) ? content : []];
      trees.push({
        is: `${type} ${node.env ?? (typeof content === 'string' ? content : '')}`,
        holds: parts.map((part) => ({ is: 'part', holds: latexNodes(part) })),
      });
    }
  }
  return joined(trees);
}
