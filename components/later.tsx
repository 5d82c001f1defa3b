import { type ComponentType, useEffect, useState } from 'react';

export interface Later<P> {
  /** Nothing until its code is there. */
  View: ComponentType<P>;
  /** Begins to load it before it is drawn. */
  begin: () => void;
}

/**
 * A view whose code is loaded when somebody looks at it. React's own `lazy` would show it up to 300 ms late: Suspense holds back what comes soon after a
 * fallback, and these files lie on the disk.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const begin = () => {
    loading ??= load().then((view) => {
      Loaded = view;
    });
    return loading;
  };
  function View(props: P) {
    const [state, setState] = useState<{ error?: unknown }>({});
    useEffect(() => {
      if (Loaded) return;
      let isMounted = true;
      begin().then(
        () => isMounted && setState({}),
        (error: unknown) => isMounted && setState({ error }),
      );
      return () => {
        isMounted = false;
      };
    }, []);
    if ('error' in state) throw state.error;
    return Loaded ? <Loaded {...props} /> : null;
  }
  // Whoever draws it hears of what goes wrong.
  return { View, begin: () => void begin().catch(() => {}) };
}
