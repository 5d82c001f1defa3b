import fc from 'fast-check';

/** JSON out of a hostile imagination: `words`, and lists and objects of them under the members `name`, up to four deep. `maxList`: entries of a list. */
export function hostileJson(
  words: fc.Arbitrary<unknown>,
  name: fc.Arbitrary<string>,
  maxList: number,
): fc.Arbitrary<unknown> {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      words,
      fc.array(tie('value'), { maxLength: maxList }),
      fc.array(fc.tuple(name, tie('value')), { maxLength: 6 }).map((members) => Object.fromEntries(members)),
    ),
  }));
  return value;
}
