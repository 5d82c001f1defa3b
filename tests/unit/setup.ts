/** Neither jsdom nor happy-dom has idle moments; both browsers do. */
globalThis.requestIdleCallback ??= (run) =>
  Number(setTimeout(() => run({ didTimeout: false, timeRemaining: () => 10 }), 30));
