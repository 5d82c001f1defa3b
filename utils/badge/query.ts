/** Parameters of addresses. What is left stays as it was written: a query that is written anew (`?ABC-123` as `?ABC-123=`) may open another page. */

/** A query (with its `?`, or empty) without the parameters that are to go; '' where none is left. */
export function withoutParameters(search: string, goes: (name: string, value: string) => boolean): string {
  const all = search.replace(/^\?/, '').split('&');
  const kept = all.filter((each) => ![...new URLSearchParams(each)].some(([name, value]) => goes(name, value)));
  if (kept.length === all.length) return search;
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}
