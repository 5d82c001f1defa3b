/** No network: what is asked for here was not needed. */
export const nowhere: typeof fetch = () => Promise.reject(new TypeError('no network here'));
