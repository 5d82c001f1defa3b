const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A UUID as `crypto.randomUUID` and the platforms write it: lower case. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
