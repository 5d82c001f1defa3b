/** A wallet's rows for tests, as many as wanted: every member that a row may have is in some of them. */
import type { Examined } from '../../../../utils/badge/report.ts';
import type { BackupRows } from '../../../../utils/wallet/backup/format.ts';
import type { BadgeRow, HistoryRow, KeptRow } from '../../../../utils/wallet/types.ts';

export const NOW = Date.UTC(2026, 4, 17, 9);
export const EMAIL = 'asha.winterbourne@example.org';
/** SHA-256 of the address with the salt `pepper`. */
const HASHED = 'sha256$d0b2c51a0a8ed6be3c8b0f9e0b7c5f1f0a5a8b54c5cf7c1f8d2d2b8f3f1f4a70';

export function uuid(n: number, kind = 0): string {
  return `${n.toString(16).padStart(8, '0')}-0000-4000-8000-${kind.toString(16).padStart(12, '0')}`;
}

export function badgeRow(n: number, more: Partial<BadgeRow> = {}): BadgeRow {
  return {
    id: uuid(n),
    identities: [`credly:${uuid(n, 9)}`],
    facts: {
      name: `Tide Reading ${n}, Größe “M”, 潮汐判讀`,
      issuer: { name: 'Harbour School', id: 'https://harbour.example/issuer' },
      issuedOn: '2024-03-01T00:00:00.000Z',
      skills: ['Tides', 'Charts'],
      standard: 'OB2',
      url: `https://www.credly.com/badges/${uuid(n, 9)}`,
      platform: { id: 'credly', badge: uuid(n, 9) },
    },
    answer: {
      verdict: 'verified',
      tone: 'ok',
      proof: 'hosted',
      match: 'yours',
      standing: 'vetted',
      checkedAt: '2026-05-01T00:00:00.000Z',
    },
    statement: 'mine',
    ownership: 'stated',
    acceptance: 'claimed',
    visibility: n % 5 === 0 ? 'private' : 'public',
    place: n * 1_024,
    collections: n % 2 === 0 ? [uuid(1, 7)] : [],
    tags: n % 3 === 0 ? ['sea', '海'] : [],
    note: n % 4 === 0 ? `Note ${n}: 😀 "quotes" \\ and\nlines` : '',
    way: 'link',
    source: `https://www.credly.com/badges/${uuid(n, 9)}`,
    addedAt: NOW - 86_400_000,
    revision: 3,
    dueAt: NOW + 86_400_000,
    failures: 0,
    deletedAt: 0,
    ...more,
  };
}

export function examined(n: number, more: Partial<Examined> = {}): Examined {
  return {
    verdict: 'verified',
    proof: 'hosted',
    checks: [{ id: 'origin', outcome: 'pass', code: 'origin-ok', detail: 'www.credly.com' }],
    badge: {
      name: `Tide Reading ${n}`,
      description: 'Reads tide tables.',
      issuer: { name: 'Harbour School' },
      skills: ['Tides'],
      standard: 'OB2',
      raw: null,
    },
    recipients: [{ type: 'email', identity: HASHED, hashed: true, salt: 'pepper' }],
    holderName: 'Asha Winterbourne',
    issuer: { id: 'https://harbour.example/issuer', platform: { id: 'credly', vets: true } },
    checkedAt: '2026-05-01T00:00:00.000Z',
    asked: ['www.credly.com'],
    ...more,
  };
}

export function keptRow(n: number, bytes = 200): KeptRow {
  const filled = Uint8Array.from({ length: bytes }, (_, at) => (at * 31 + n * 7) % 256);
  return {
    id: uuid(n),
    examined: examined(n),
    documents: [{ mime: 'application/json', bytes: filled.slice(0, 60), address: `https://harbour.example/${n}` }],
    ...(n % 2 === 1 && { original: { mime: 'image/png', bytes: filled } }),
    picture: { mime: 'image/png', bytes: filled, address: `https://images.credly.com/${n}.png` },
  };
}

function historyRow(n: number): HistoryRow {
  const at = NOW - 1_000_000 - n;
  return {
    n,
    badge: uuid(n),
    at,
    until: at + 5,
    verdict: 'verified',
    proof: 'hosted',
    codes: [],
    asked: ['a.example'],
  };
}

export function walletRows(count: number, bytes = 200): BackupRows {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return {
    badges: numbers.map((n) => badgeRow(n)),
    kept: numbers.map((n) => keptRow(n, bytes)),
    history: numbers.map(historyRow),
    collections: [{ id: uuid(1, 7), name: 'Sea', place: 0 }],
    watches: [
      {
        id: uuid(1, 8),
        kind: 'credly-profile',
        address: 'https://www.credly.com/users/asha-winterbourne',
        state: 'on',
        addedAt: NOW - 5,
        checkedAt: NOW - 4,
        dueAt: NOW + 9,
        failures: 0,
        listed: 3,
      },
    ],
    preferences: [
      { key: 'visibility', value: 'private' },
      { key: 'name', value: 'Asha Winterbourne' },
      { key: 'templates', value: { x: 'I passed {name}' } },
      { key: 'warnedUntil', value: NOW },
      { key: 'judgedFor', value: '[]' },
    ],
  };
}
