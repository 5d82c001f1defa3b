import fc from 'fast-check';
import { expect } from 'vitest';
import type { EmbedOptions } from '../../../../utils/share/embed/types.ts';
import { httpsAddress } from '../../../../utils/share/escape/url.ts';
import type { SharedBadge } from '../../../../utils/share/types.ts';
import { embedWords } from '../../../../utils/words/embed-words.ts';
import { dateFormats } from '../../../../utils/words/format-date.ts';
import { readMessages, translator } from '../../words/translate.ts';

export const BADGE: SharedBadge = {
  name: 'Cloud Basics',
  issuer: { name: 'Example Academy', url: 'https://academy.example/' },
  holder: 'Ada Beispiel',
  issuedOn: '2024-05-03T10:00:00.000Z',
  expires: '2027-05-03T10:00:00.000Z',
  description: 'Knows clouds.',
  url: 'https://badges.example/b/1',
  image: 'https://badges.example/b/1.png',
  skills: ['Clouds'],
  credentialId: 'AB-12',
};

export const OPTIONS: EmbedOptions = {
  words: embedWords(translator(await readMessages('en')), dateFormats('en', 'UTC').date),
  look: 'picture-text',
  arrangement: 'list',
  size: 110,
  theme: 'auto',
  credentialId: true,
};

/** What each text is to read as, written out: [pasted, read]. One string: the same. */
const TEXTS: readonly (string | readonly [string, string])[] = [
  `"double" 'single' \`back\` “curly” ''two'' ,,low,, \`\`ticks\`\``,
  '<b>bold</b> <img src=x onerror=alert(1)> < > <<id>> <https://evil.example> <a@evil.example>',
  '</script><script>alert(1)</script> <!-- --> --> <![CDATA[ ]]> <?php ?> </td></table></a></style>',
  `" onmouseover="alert(1)" ' onfocus='alert(1)' x=\`y\` src="https://evil.example/x.png"`,
  '&amp; &lt;b&gt; &#60; &#x3c; &quot; &copy; &copy &#38;#60; AT&T',
  '] ]( [x](https://evil.example) ![x](https://evil.example/x.png) [x]: https://evil.example [^1] [[wiki]]',
  '*em* **strong** _em_ __strong__ ***both*** ~~gone~~ ~sub~ ^sup^ ==mark== `code` ``co`de``',
  '| a | b | |=== !=== || a::b',
  '$x$ $$y$$ \\(z\\) \\[w\\] $(rm -rf) $HOME {HOME} %PATH% {{liquid}} {% raw %} #{ruby} <%= erb %>',
  'back\\slash \\\\ \\* \\n \\',
  '# heading',
  '## two ##',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '1) item',
  'a. item',
  'i) item',
  '. item',
  '> quote',
  '---',
  '===',
  '***',
  '+++',
  '----',
  '....',
  '====',
  '____',
  '****',
  '--',
  '```',
  '~~~',
  '|===',
  '//// x',
  '// comment',
  '<<<',
  "'''",
  '= Title',
  ':attr: value',
  'NOTE: note',
  '[quote]',
  '[.role]#text#',
  'term:: definition',
  '• bullet',
  '[ ] todo',
  '[x] done',
  '{asciidoctor-version} {nbsp} {empty} {counter:x} {set:a:b} {undefined} {backend}',
  '+++<u>pass</u>+++ ++a++ +b+ $$c$$ pass:[<u>] pass:q[*x*] stem:[x] kbd:[F1] btn:[OK] menu:File[Open]',
  'image:https://evil.example/x.png[] image::x.png[] link:x[y] xref:a[b] mailto:a@evil.example[m] footnote:[f] icon:heart[]',
  'include::/etc/passwd[] ifdef::x[] ((term)) (((a,b))) [[anchor]] anchor:a[] <1> indexterm:[x] \\link:x[y]',
  'https://evil.example http://evil.example/?a=b#c www.evil.example ftp://evil.example irc://x mailto:a@evil.example a@evil.example //evil.example',
  "(C) (R) (TM) -> => <- <= a--b a -- b ... it's \"`q`\" '`q`'",
  '\\input{/etc/passwd} \\write18{id} \\href{javascript:x}{y} \\end{itemize} \\begin{verbatim} \\verb|x| \\par \\\\ \\def\\x{y}',
  '100% \\% # & ~ ^ _ { } $ {unbalanced } } { ^^4d a_b x^2 [opt] ]',
  '?` !` -- --- << >> % comment to the end',
  '*/ /* */ //x {x} %s %d \\u003c \\x3c $1 $& $$ @import @mention #hash :smile: ++',
  'emoji 👩‍🚀 👍🏽 🇨🇿 ❤️ and 證書 — é ñ ß ﬁ',
  '=HYPERLINK("https://evil.example") +1 -1 @SUM(A1)',
  'javascript:alert(1)',
  'AWS Certified Solutions Architect – Associate (SAA-C03)®, Inc.',
  [
    'line\nbreak\r\nand\ttab \u2028 separator\u0085next\n\n# heading\n\n- item',
    'line break and tab separator next # heading - item',
  ],
  ['\u202Egnp.exe\u202C \u2066isolated\u2069 \u200Fmark\u200E \u061C', 'gnp.exe isolated mark'],
  ['zero\u200Bwidth soft\u00ADhyphen \uFEFF \u0000nul \u001B[31m esc \u0007', 'zerowidth softhyphen nul [31m esc'],
  ['lone \uD800 surrogate', 'lone \uFFFD surrogate'],
  ['  spaces   and\u00A0no-break\u3000wide  ', 'spaces and no-break wide'],
];

export const HOSTILE: readonly (readonly [pasted: string, read: string])[] = TEXTS.map((text) =>
  typeof text === 'string' ? [text, text] : text,
);

/** Addresses that must never become a link or a picture. */
export const BAD_ADDRESSES = [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'http://badges.example/b/1',
  '//badges.example/b/1',
  '/b/1',
  'file:///etc/passwd',
  'https://user:secret@badges.example/',
  'https://',
  'https://ex ample/',
  'blob:https://badges.example/1',
  '',
];

/** Addresses that stay links, whatever stands behind the host. */
export const ODD_ADDRESSES = [
  'https://badges.example/b/1?a=b&copy=1&copy;=2&lt;&amp;x#frag#ment',
  'https://badges.example/a_b/_c_/*d*/~e~/^f^/`g`/+h+/+++i+++',
  'https://badges.example/(x)/[y]/{z}/{asciidoctor-version}/$w$/%41/100%/%zz',
  `https://badges.example/"x"/'y'/<z>/\\w\\/|v|`,
  'https://badges.example/a--b/c---d/...e.../(C)/->/x,y=z;q!',
  'https://badges.example/](https://evil.example)/[x]/,link=https://evil.example,"x"',
  'https://badges.example/證書/👍?q=é ü+ü#ß',
  'https://badges.example/https://evil.example/www.evil.example/@who/a@b?mail=a@evil.example',
  'https://證書.example:8443/x',
  'https://badges.example/\\end{itemize}\\input{x}%0A%0D#%23',
  'https://badges.example/x?redirect=javascript:alert(1)&y=//evil.example[z]',
];

type Put = (badge: SharedBadge, text: string) => SharedBadge;
/** Every field that holds words. */
export const TEXT_FIELDS: Readonly<Record<string, Put>> = {
  name: (badge, name) => ({ ...badge, name }),
  issuer: (badge, name) => ({ ...badge, issuer: { ...badge.issuer, name } }),
  holder: (badge, holder) => ({ ...badge, holder }),
  description: (badge, description) => ({ ...badge, description }),
  skill: (badge, skill) => ({ ...badge, skills: ['One', skill] }),
  credentialId: (badge, credentialId) => ({ ...badge, credentialId }),
};
/** Every field that holds an address. */
export const ADDRESS_FIELDS: Readonly<Record<string, Put>> = {
  url: (badge, url) => ({ ...badge, url }),
  image: (badge, image) => ({ ...badge, image }),
  issuerUrl: (badge, url) => ({ ...badge, issuer: { ...badge.issuer, url } }),
};
const MARKER = 'Harmless Words';
const MARKER_ADDRESS = 'https://harmless.example/marker';

/** What an independent parser made of a document: any JSON-like value. */
export type Parsed = (badge: SharedBadge) => unknown;

/**
 * Does a format carry a text, and nothing else with it? The document of the hostile badge must parse to the tree of a harmless one with the words
 * exchanged: same elements, same links, same attributes, same commands, in the same places. That each field is looked at at all is tested apart.
 */
export async function expectTextKept(parsed: Parsed, put: Put, pasted: string, read: string, badge = BADGE) {
  const wanted = exchange(await harmless(parsed, put(badge, MARKER)), MARKER, read);
  expect(await parsed(put(badge, pasted))).toEqual(wanted);
}

/** The same for an address: kept as `httpsAddress` spells it, or treated as if there were none. */
export async function expectAddressKept(parsed: Parsed, put: Put, address: string) {
  const spelled = httpsAddress(address);
  const wanted =
    spelled === null
      ? await harmless(parsed, put(BADGE, ''))
      : exchange(await harmless(parsed, put(BADGE, MARKER_ADDRESS)), MARKER_ADDRESS, spelled);
  expect(await parsed(put(BADGE, address))).toEqual(wanted);
}

/** All hand-made texts through all fields, of a badge with picture and address and of one without. */
export async function expectAllKept(parsed: Parsed) {
  for (const badge of [BADGE, { ...BADGE, url: '', image: undefined }]) {
    for (const put of Object.values(TEXT_FIELDS)) {
      for (const [pasted, read] of HOSTILE) await expectTextKept(parsed, put, pasted, read, badge);
    }
  }
  for (const put of Object.values(ADDRESS_FIELDS)) {
    for (const address of [...BAD_ADDRESSES, ...ODD_ADDRESSES]) await expectAddressKept(parsed, put, address);
  }
  const undated = await parsed({ ...BADGE, issuedOn: undefined, expires: undefined });
  const usual = await parsed(BADGE);
  for (const [pasted] of HOSTILE) {
    expect(await parsed({ ...BADGE, issuedOn: pasted, expires: pasted })).toEqual(undated);
    expect(await parsed({ ...BADGE, platform: { id: pasted, badge: pasted } })).toEqual(usual);
  }
}

/** Trees of harmless badges are needed again for each text. */
const kept = new WeakMap<Parsed, Map<string, unknown>>();

async function harmless(parsed: Parsed, badge: SharedBadge): Promise<unknown> {
  const trees = kept.get(parsed) ?? new Map<string, unknown>();
  kept.set(parsed, trees);
  const key = JSON.stringify(badge);
  if (!trees.has(key)) trees.set(key, await parsed(badge));
  return trees.get(key);
}

function exchange(tree: unknown, marker: string, words: string): unknown {
  if (typeof tree === 'string') return tree.replaceAll(marker, () => words);
  if (Array.isArray(tree)) return tree.map((one) => exchange(one, marker, words));
  if (tree === null || typeof tree !== 'object') return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, exchange(value, marker, words)]));
}

const PIECES = [
  ...'"\'`<>[](){}|$\\*_~^%#&+-=.:;,!?/@•0123456789abciIx é證'.split(''),
  ...[
    '\n',
    ' ',
    '\t',
    '\u202E',
    '👍',
    '--',
    '](',
    '![',
    '://',
    'www.',
    'https://e.example',
    '&#60;',
    '&lt;',
    '<!--',
    '-->',
    '</script>',
    '+++',
  ],
  ...[
    '\\end{',
    '\\item',
    'link:',
    'image:',
    'pass:',
    '{empty}',
    '::',
    '((',
    '))',
    '[[',
    ']]',
    '<b>',
    '</a>',
    "''",
    '``',
    '...',
    '(C)',
    ' +',
    'a@b.example',
  ],
];
/** Texts out of what formats react to. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((pieces) => pieces.join(''));
export const textField = fc.constantFrom(...Object.values(TEXT_FIELDS));
export const hostilePath = hostileText.map((text) => `https://badges.example/${text}`);
export const addressField = fc.constantFrom(...Object.values(ADDRESS_FIELDS));
