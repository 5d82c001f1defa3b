import { misses } from '../../tests/e2e/expected.ts';
import { type SeenMark, settled } from '../../tests/e2e/marks.ts';
import { keyOf } from '../../tests/world/cast/badge.ts';
import { TAMSIN } from '../../tests/world/cast/people.ts';
import type { Report } from '../../utils/badge/report.ts';
import type { Scene } from './scenes.ts';
import type { Row } from './table.ts';

/** What the demo needs of a browser, whichever it is. */
export interface Stage {
  /** Opens the scene's page and lets the extension look at it. */
  show(scene: Scene): Promise<void>;
  /** Scrolls through it as a reader does. */
  scroll(): Promise<void>;
  /** Presses every mark that nobody asked about yet. */
  press(): Promise<void>;
  /** The marks on that page now. */
  marks(): Promise<SeenMark[]>;
  /** The whole report behind a mark, from the extension's own cache. */
  report(address: string, person: string | undefined): Promise<Report | null>;
  /** Pictures of the page, of a card and of the popup, light and dark. */
  picture(scene: Scene): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE = 30_000;

/** Walks through one scene: waits for the marks, notes how long each took, and says what is not as it must be. */
export async function walk(stage: Stage, scene: Scene): Promise<{ rows: Row[]; wrong: string[] }> {
  const began = performance.now();
  await stage.show(scene);
  let scrolling: Promise<void> | null = null;
  /** A busy machine may draw no frame while a lazy part of the page is in view: whoever misses something scrolls through once more. */
  const scroll = (): void => {
    scrolling ??= stage.scroll().finally(() => {
      scrolling = null;
    });
  };
  scroll();
  const took = new Map<string, number>();
  let marks: SeenMark[] = [];
  while (performance.now() - began < PATIENCE) {
    marks = await stage.marks();
    for (const mark of marks.filter(settled)) {
      if (!took.has(mark.badge)) took.set(mark.badge, Math.round(performance.now() - began));
    }
    if (marks.length >= scene.badges.length && marks.every(settled)) break;
    if (scene.hosts && marks.length >= scene.badges.length) await stage.press();
    if (marks.length < scene.badges.length) scroll();
    await new Promise((done) => setTimeout(done, 25));
  }
  await scrolling;
  const rows: Row[] = [];
  for (const badge of scene.badges) {
    const mark = marks.find((one) => one.badge === keyOf(badge));
    if (!mark) continue;
    const report = await stage.report(badge.address, scene.nobody ? undefined : TAMSIN.name);
    rows.push({ page: scene.name, badge: badge.title, mark, report, milliseconds: took.get(mark.badge) ?? PATIENCE });
  }
  const wrong = misses(
    scene.nobody
      ? scene.badges.map((badge) => ({ ...badge, expect: { ...badge.expect, holder: 'unknown' as const } }))
      : scene.badges,
    marks,
  );
  for (const row of rows) {
    const expected = scene.badges.find((badge) => badge.title === row.badge)?.expect;
    if (expected?.proof && row.report?.proof !== expected.proof) {
      wrong.push(`${row.badge}: proof is "${row.report?.proof}", expected "${expected.proof}"`);
    }
    if (expected?.standing && row.report?.issuer.standing !== expected.standing) {
      wrong.push(`${row.badge}: issuer is "${row.report?.issuer.standing}", expected "${expected.standing}"`);
    }
  }
  return { rows, wrong: wrong.map((line) => `${scene.name}: ${line}`) };
}
