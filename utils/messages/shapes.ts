/** The smallest tools for looking at a message from elsewhere. No dependency: content scripts bundle this. */

export type Fields = Readonly<Record<string, unknown>>;

/** A plain object, as messages arrive after cloning; null for everything else. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** Text of 1 to `max` UTF-16 units. */
export function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value !== '' && value.length <= max;
}

export function isOptional<T>(value: unknown, is: (value: unknown) => value is T): value is T | undefined {
  return value === undefined || is(value);
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
