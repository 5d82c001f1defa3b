/** LinkedIn's own numbers of organisations. */
const NUMBER = /^[1-9]\d{0,19}$/;
/** Where the logo beside a certificate leads to on LinkedIn. A page by its name does not tell the number. */
const PAGE = /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/(?:company|school)\/([1-9]\d{0,19})(?:[/?#]|$)/i;

/** The number, out of itself or of the organisation's address; null for anything else. */
export function organisationNumber(typed: string): string | null {
  const text = typed.trim();
  return NUMBER.test(text) ? text : (PAGE.exec(text)?.[1] ?? null);
}
