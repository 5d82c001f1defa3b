/**
 * Gathers the calls of one turn of the event loop into one. A page with 200 badges asks 200 times in a row; one transaction answers all.
 */
export function batched<T, R>(run: (items: T[]) => Promise<readonly R[]>): (item: T) => Promise<R | undefined> {
  let items: T[] = [];
  let result: Promise<readonly R[]> | undefined;
  return (item) => {
    const place = items.push(item) - 1;
    result ??= Promise.resolve().then(() => {
      const taken = items;
      items = [];
      result = undefined;
      return run(taken);
    });
    return result.then((results) => results[place]);
  };
}
