const DAY = 86_400_000;
const NOON = Math.floor(Date.now() / DAY) * DAY + DAY / 2;

/** An ISO instant so many days from today (noon UTC), so that nothing in the world goes stale. */
export function days(offset: number): string {
  return new Date(NOON + offset * DAY).toISOString();
}

/** The date part only. */
export function day(offset: number): string {
  return days(offset).slice(0, 10);
}
