import { createHash } from "node:crypto";
import fc from "fast-check";
import { digest, digestOfLines } from "../../../src/domain/history/digest.ts";
import { anyText, longText } from "../../support/contents.ts";

const sha256 = (text: string, bytes: number): string =>
  createHash("sha256")
    .update(Buffer.from(text, "utf8"))
    .digest("hex")
    .slice(0, bytes * 2);

describe("digest", () => {
  const cases: readonly (readonly [why: string, text: string])[] = [
    ["nothing", ""],
    ["ASCII", "Printer on fire"],
    ["two bytes a character", "Drucker hängt, größer ñ"],
    ["three bytes", "打印机着火了 €"],
    ["four bytes", "🖨️🔥 𝔘𝔫𝔦𝔠𝔬𝔡𝔢"],
    ["the edges of each width", "\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\u{10000}\u{10ffff}"],
    ["a lone high surrogate", "a\ud83d"],
    ["a lone high surrogate before a letter", "\ud83da"],
    ["a lone low surrogate", "\ude00a"],
    ["a pair the wrong way round", "\ude00\ud83d"],
    ["two high surrogates, the second of a pair", "\ud83d\ud83d\ude00"],
    ["a byte order mark", "\ufeffa"],
    ["control characters", "\0\u0001\r\n\t\u001b"],
    ["exactly one block", "a".repeat(64)],
    ["a text that fills three bytes everywhere", "€".repeat(50_000)],
    ["a long text of four-byte characters", "😀".repeat(30_000)],
  ];
  it.each(cases)("is the SHA-256 of the UTF-8: %s", (_why, text) => {
    expect(digest(text, 32)).toBe(sha256(text, 32));
  });

  it("is the SHA-256 of whatever text", () => {
    fc.assert(
      fc.property(anyText(200), (text) => digest(text, 32) === sha256(text, 32)),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(longText(20_000), (text) => digest(text, 32) === sha256(text, 32)),
      { numRuns: 30 },
    );
  });

  it.each([1, 12, 20, 32])("takes the first %d bytes", (bytes) => {
    expect(digest("T-1", bytes)).toBe(sha256("T-1", bytes));
  });

  it("takes twenty bytes where nothing is said", () => {
    expect(digest("T-1")).toBe(sha256("T-1", 20));
  });

  it("takes lines as though they were joined, however long they are", () => {
    const lines = fc.array(fc.oneof(anyText(50), longText(9_000)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lines, (texts) => digestOfLines(texts, 32) === sha256(texts.join("\n"), 32)),
      { numRuns: 200 },
    );
  });
});
