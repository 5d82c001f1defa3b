/**
 * Answers of one turn of the event loop share one read: 200 reports that are ready together need the settings once, not 200 times.
 * Whoever joins does so before the read has begun, so nobody gets anything older than what they would have read themselves.
 */
export function perTurn<T>(read: () => Promise<T>): () => Promise<T> {
  let shared: Promise<T> | undefined;
  return () => {
    shared ??= Promise.resolve().then(() => {
      shared = undefined;
      return read();
    });
    return shared;
  };
}
