import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { tellTrouble } from '../../utils/pages/wallet/store.ts';
import { troubleOf } from '../../utils/wallet/trouble.ts';

/** What a query of the wallet answers, now and after each change; undefined until the first answer. `key`: what the query depends on. */
export function useLive<T>(query: () => Promise<T>, key: string): T | undefined {
  const [value, setValue] = useState<{ key: string; value: T }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is a new function each time, the key says what it asks
  useEffect(() => {
    const feed = liveQuery(query).subscribe({
      next: (next) => setValue({ key, value: next }),
      error: (error) => tellTrouble(troubleOf(error)),
    });
    return () => feed.unsubscribe();
  }, [key]);
  return value?.key === key ? value.value : undefined;
}
