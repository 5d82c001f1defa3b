/**
 * The language to write in: the first of `wanted` (the badge's, then the reader's; BCP 47 or the browser's `zh_TW`; unknown ones may be absent) for
 * which there are texts. `zh-HK` takes the texts of `zh-TW`, which are in the same script; `zh-CN` does not. English when nothing fits.
 */
export function pickLanguage<L extends string>(
  wanted: readonly (string | undefined)[],
  available: readonly L[],
): L | undefined {
  for (const tag of [...wanted, 'en']) {
    const form = formOf(tag);
    const found = form && available.find((known) => formOf(known) === form);
    if (found) return found;
  }
  return available[0];
}

/** Language and script, `zh-Hant`, without the region. */
function formOf(tag: string | undefined): string | undefined {
  if (!tag) return undefined;
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
