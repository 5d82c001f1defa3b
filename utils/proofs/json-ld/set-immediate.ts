/**
 * Stands in for the polyfill that rdf-canonize brings, which makes functions out of text: browsers forbid that to extensions. Long canonicalisations
 * give way to others now and then; in Node the real one stays.
 */
const place = globalThis as { setImmediate?: (run: () => void) => unknown };
place.setImmediate ??= (run) => setTimeout(run, 0);

export {};
