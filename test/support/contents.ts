import fc from "fast-check";
import type { Content } from "../../src/domain/ticket/content.ts";

/** Characters that break careless code: controls, quotes, escapes, lone halves of surrogate pairs, what wide scripts need. */
const CHARACTERS = [
  "\0",
  "\u0001",
  "\t",
  "\n",
  "\r",
  '"',
  "\\",
  "'",
  "=",
  "\ud83d",
  "\ude00",
  "😀",
  "\u2028",
  "é",
  "字",
  "a",
];

/** Any text up to `maxLength` code units, of what Unicode holds or of the worst of it. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: "binary", maxLength }),
    fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength }),
  );
}

/** One pattern over and over: long texts without the cost of making each character by chance. */
export function longText(maxLength: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 9 }), fc.nat(maxLength))
    .map(([pattern, length]) => pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length));
}

/** Anything that a cell may hold. */
export function anyContent(longest = 60_000): fc.Arbitrary<Content> {
  return fc.oneof(
    anyText(40),
    longText(longest),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), // -0 is 0 in a cell
    fc.boolean(),
    anyText(40).map((text) => ({ formula: `=${text}` })),
    fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }).map((date) => ({
      date: date.toISOString().slice(0, 19),
    })),
  );
}

/** What an event may set: standard fields and many custom columns. */
export function anyFields(columns = 12): fc.Arbitrary<Record<string, Content>> {
  const key = fc.oneof(
    fc.constantFrom("subject", "status", "description", "said"),
    fc.nat(columns).map((number) => `c${number}`),
  );
  return fc.dictionary(key, anyContent(), { maxKeys: columns, noNullPrototype: true });
}
