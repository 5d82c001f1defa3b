/**
 * `base?name=value…`, empty values left out. Spaces are written %20: apps that open web addresses of their own (Telegram, WhatsApp) do not all
 * read `+` as one. Lone surrogates become U+FFFD, which is what would arrive anyway.
 */
export function queryAddress(base: string, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return `${base}?${query.toString().replaceAll('+', '%20')}`;
}
