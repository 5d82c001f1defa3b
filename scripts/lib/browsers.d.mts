/** What the tests use of browsers.mjs, which runs before anything that reads types is installed. */
export function speaks(path: string, language: string): boolean;
