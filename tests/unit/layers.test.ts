import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breachesIn, importsOf } from './layers.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function house(): Map<string, string> {
  return new Map(
    ['utils', 'components', 'entrypoints'].flatMap((folder) =>
      readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => {
          const path = `${entry.parentPath}/${entry.name}`;
          return [relative(ROOT, path), readFileSync(path, 'utf8')] as const;
        }),
    ),
  );
}

describe('the house', () => {
  const sources = house();

  it('is read whole', () => {
    expect(sources.has('utils/links/index.ts')).toBe(true);
    expect([...sources].flatMap(([file, source]) => importsOf(file, source)).length).toBeGreaterThan(100);
  });

  it('has every import run downwards', () => {
    expect(breachesIn(sources)).toEqual([]);
  });
});

describe('the rules', () => {
  const sound: Record<string, string> = {
    'utils/badge/report.ts': '',
    'utils/links/types.ts': "import type { Report } from '../badge/report.ts';",
    'utils/platforms/lumen/links.ts': "import type { PlatformLinks } from '../../links/types.ts';",
    'utils/platforms/lumen/proof.ts':
      "import { read } from '../../net/reader.ts';\nimport { v2 } from '../../openbadges/v2.ts';",
    'utils/platforms/links.ts': "import { lumen } from './lumen/links.ts';",
    'utils/links/index.ts': "import { PLATFORM_LINKS } from '../platforms/links.ts';",
    'utils/net/reader.ts': "import type { Report } from '../badge/report.ts';",
    'utils/openbadges/v2.ts': "import { read } from '../net/reader.ts';",
    'utils/proofs/jws.ts': "import { jwtVerify } from 'jose';",
    'utils/verify/index.ts': "import { proof } from '../platforms/lumen/proof.ts';",
    'utils/ledger/ledger.ts': "import { Dexie } from 'dexie';",
    'utils/background/start.ts':
      "import { ledger } from '../ledger/ledger.ts';\nimport { browser } from '../browser.ts';",
    'utils/browser.ts': "import polyfill from 'webextension-polyfill';\nexport { polyfill as browser };",
    'utils/words/words.ts': "import { i18n } from '#i18n';",
    'utils/page/page.ts':
      "import { recogniseLink } from '../links/index.ts';\nimport { words } from '../words/words.ts';\nimport css from './mark.css?inline';\nimport type { Ledger } from '../ledger/ledger.ts';",
    'components/view.tsx': "import { useState } from 'react';\nimport { words } from '../utils/words/words.ts';",
    'entrypoints/background.ts':
      "import { defineBackground } from 'wxt/utils/define-background';\nimport { start } from '../utils/background/start.ts';",
    'entrypoints/page.content.ts':
      "import { defineContentScript } from 'wxt/utils/define-content-script';\nimport { page } from '../utils/page/page.ts';",
    'entrypoints/popup/main.tsx':
      "import { View } from '../../components/view.tsx';\nimport { browser } from '../../utils/browser.ts';",
  };
  const withChanges = (changes: Record<string, string>) =>
    breachesIn(new Map(Object.entries({ ...sound, ...changes })));

  it('find nothing in a sound house', () => {
    expect(withChanges({})).toEqual([]);
  });

  const madeUp: [what: string, file: string, line: string][] = [
    ['upwards', 'utils/badge/report.ts', "import { verifyBadge } from '../verify/index.ts';"],
    ['upwards, for a type only', 'utils/net/reader.ts', "import type { Shape } from '../links/index.ts';"],
    ['upwards, by a re-export', 'utils/links/index.ts', "export { verifyBadge } from '../verify/index.ts';"],
    ['upwards, all of it', 'utils/links/index.ts', "export * from '../verify/index.ts';"],
    ['upwards, when needed', 'utils/openbadges/v2.ts', "const verify = await import('../verify/index.ts');"],
    ['upwards, over several lines', 'utils/verify/index.ts', "import {\n  ledger,\n} from '../ledger/ledger.ts';"],
    ['upwards, in double quotes', 'utils/verify/index.ts', 'import { start } from "../background/start.ts";'],
    ['a link file that proves', 'utils/platforms/lumen/links.ts', "import { proof } from './proof.ts';"],
    ['sideways', 'utils/openbadges/v2.ts', "import { jws } from '../proofs/jws.ts';"],
    ['WXT in a pure folder', 'utils/verify/index.ts', "import { storage } from 'wxt/utils/storage';"],
    ['words in a pure folder', 'utils/verify/index.ts', "import { i18n } from '#i18n';"],
    ['React in a pure folder', 'utils/links/index.ts', "import { useMemo } from 'react';"],
    ['Dexie in a pure folder', 'utils/net/reader.ts', "import Dexie from 'dexie';"],
    ['the seam in a pure folder', 'utils/platforms/lumen/proof.ts', "import { browser } from '../../browser.ts';"],
    ['Node in the browser', 'utils/net/reader.ts', "import { readFile } from 'node:fs/promises';"],
    ['a second polyfill', 'utils/background/start.ts', "import browser from 'webextension-polyfill';"],
    ['a polyfill for its side effect', 'entrypoints/background.ts', "import 'webextension-polyfill';"],
    ['the browser in a component', 'components/view.tsx', "import { browser } from '../utils/browser.ts';"],
    ['WXT’s browser in a component', 'components/view.tsx', "import { browser } from 'wxt/browser';"],
    ['Dexie in a component', 'components/view.tsx', "import { liveQuery } from 'dexie';"],
    ['the browser behind a component', 'utils/words/words.ts', "import { browser } from '../browser.ts';"],
    ['React on every page', 'utils/page/page.ts', "import { createRoot } from 'react-dom/client';"],
    ['the polyfill on every page', 'utils/page/page.ts', "import { browser } from '../browser.ts';"],
    ['the ledger on every page', 'entrypoints/page.content.ts', "import { ledger } from '../utils/ledger/ledger.ts';"],
    ['React on every page, by way of the words', 'utils/words/words.ts', "import { useMemo } from 'react';"],
    ['verification on every page, by way of the links', 'utils/links/index.ts', "import '../net/reader.ts';"],
    ['a component on every page', 'entrypoints/page.content.ts', "import { View } from '../components/view.tsx';"],
    ['no extension', 'utils/verify/index.ts', "import { proof } from '../platforms/lumen/proof';"],
    ['no such file', 'utils/verify/index.ts', "import { gone } from '../badge/gone.ts';"],
  ];
  it.each(madeUp)('find %s', (_, file, line) => {
    const breaches = withChanges({ [file]: `${sound[file]}\n${line}\n` });
    expect(breaches.length).toBeGreaterThan(0);
    expect(breaches.join('\n')).toContain(file);
  });

  it('do not take a comment for an import', () => {
    expect(
      withChanges({
        'utils/badge/report.ts': "// import { x } from '../verify/index.ts';\n/* export * from '../verify/index.ts' */",
      }),
    ).toEqual([]);
  });
});
