import fc from 'fast-check';

/** The same cases at each run: whether a change may land does not hang on luck. `npm run fuzz` tries new ones. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) });

/** Neither jsdom nor happy-dom has idle moments; both browsers do. */
globalThis.requestIdleCallback ??= (run) =>
  Number(setTimeout(() => run({ didTimeout: false, timeRemaining: () => 10 }), 30));
