import type { Badge, Check, Report } from '../../../utils/badge/report.ts';
import { toneOf } from '../../../utils/badge/tone.ts';

/** A badge of invented people on invented hosts. */
export function badgeFixture(changes: Partial<Badge> = {}): Badge {
  return {
    name: 'Harbour Pilot, First Class',
    description: 'Brings ships of any size into harbour.',
    issuer: { id: 'https://badges.harbour.example/issuers/1', name: 'Harbour School', url: 'https://harbour.example/' },
    recipientName: 'Asha Rao',
    issuedOn: '2025-03-04T00:00:00.000Z',
    criteria: 'https://harbour.example/pilot',
    skills: ['Piloting', 'Radio'],
    standard: 'OB2',
    url: 'https://badges.harbour.example/a/1',
    raw: null,
    ...changes,
  };
}

/** A good report, and what a test changes about it. The tone is derived as everywhere. */
export function reportFixture(changes: Partial<Report> = {}): Report {
  const checks: Check[] = [
    { id: 'format', outcome: 'pass', code: 'format-ok' },
    { id: 'origin', outcome: 'pass', code: 'origin-ok', detail: 'www.credly.com' },
    { id: 'status', outcome: 'pass', code: 'status-none-declared' },
  ];
  const report: Report = {
    verdict: 'verified',
    tone: 'unknown',
    proof: 'hosted',
    checks,
    badge: badgeFixture(),
    holder: { match: 'same', name: 'Asha Rao' },
    issuer: { standing: 'vetted', name: 'Harbour School', id: 'https://badges.harbour.example/issuers/1' },
    checkedAt: '2026-11-20T08:30:00.000Z',
    asked: ['www.credly.com'],
    ...changes,
  };
  return { ...report, tone: changes.tone ?? toneOf(report.verdict, report.issuer.standing, report.holder.match) };
}
