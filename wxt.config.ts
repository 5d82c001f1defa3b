import { resolve } from 'node:path';
import { defineConfig } from 'wxt';

/**
 * Install-time hosts: LinkedIn (the content script) and the API origins that the platform adapters ask.
 * Everything else is optional and asked for from a click (docs/permissions.md).
 */
const PLATFORM_ORIGINS = [
  'https://www.credly.com/*',
  'https://api.credly.com/*',
  'https://images.credly.com/*', // the badges' pictures
  'https://learn.microsoft.com/*',
  'https://api.accredible.com/*',
  'https://api.badgr.io/*',
  'https://api.eu.badgr.io/*',
  'https://api.ca.badgr.io/*',
  'https://api.au.badgr.io/*',
  'https://badges.parchment.com/*',
  'https://openbadgefactory.com/*',
];

const SECURE_PAGES =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export default defineConfig({
  imports: false,
  // WXT's own context is a quarter of what may go into a page, unused by us, and can be told by any page to switch itself off.
  vite: () => ({
    build: {
      // A few per cent less than Vite's own: the script on every page has a budget.
      minify: 'terser',
      terserOptions: {
        ecma: 2022,
        module: true,
        compress: { passes: 3, ecma: 2022 },
        format: { ecma: 2022, comments: false },
      },
    },
    resolve: {
      alias: {
        'wxt/utils/content-script-context': resolve(import.meta.dirname, 'utils/page/no-context.ts'),
        setimmediate: resolve(import.meta.dirname, 'utils/proofs/json-ld/set-immediate.ts'),
      },
    },
  }),
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'activeTab', 'scripting', 'contextMenus'],
    host_permissions: ['https://*.linkedin.com/*', ...PLATFORM_ORIGINS],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*'],
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed_storage.json' } }),
    content_security_policy: { extension_pages: SECURE_PAGES },
    action: {
      default_title: '__MSG_extName__',
      ...(browser === 'firefox' && {
        theme_icons: [16, 32].map((size) => ({
          size,
          dark: `icon/${size}.png`,
          light: `icon/dark-${size}.png`,
        })),
      }),
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'touchstone@touchstone-badges.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['websiteContent'] },
        },
      },
    }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '137' }),
  }),
  zip: {
    includeSources: [
      'entrypoints/**',
      'components/**',
      'utils/**',
      'public/**',
      'locales/**',
      'scripts/**',
      'tests/**',
      'docs/**',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'wxt.config.ts',
      'biome.json',
      'README.md',
      'LICENSE',
      '.npmrc',
    ],
  },
});
