import fc from "fast-check";
import {
  asCellHolds,
  type Content,
  isContent,
  sameContent,
  type Saved,
  savedForm,
  shown,
} from "../../../src/domain/ticket/content.ts";
import { anyContent } from "../../support/contents.ts";

const DATE = { date: "2026-03-02T09:00:00" };
const SUM = { formula: "=SUM(A1:A3)" };
const long = (last: string): string => "a".repeat(600) + last;

describe("savedForm", () => {
  it.each<[string, Content]>([
    ["a short text", "Printer on fire"],
    ["500 characters", "a".repeat(500)],
    ["nothing", ""],
    ["a number", 1.5],
    ["false", false],
    ["a date", DATE],
    ["a short formula", SUM],
  ])("keeps %s as it is", (_why, content) => {
    expect(savedForm(content)).toEqual(content);
  });

  it.each<[string, Content]>([
    ["a text of 501 characters", "a".repeat(501)],
    ["a formula of 501 characters", { formula: `=${"a".repeat(500)}` }],
  ])("knows %s by length and digest", (_why, content) => {
    expect(savedForm(content)).toEqual({ length: 501, digest: expect.stringMatching(/^[0-9a-f]{24}$/) as string });
  });

  it("changes nothing that is saved already", () => {
    const saved = savedForm(long(""));
    expect(savedForm(saved, 60)).toEqual(saved);
  });
});

describe("sameContent", () => {
  const pairs: readonly (readonly [one: Content | undefined, other: Content | undefined, isSame: boolean])[] = [
    [undefined, undefined, true],
    [undefined, "", true],
    ["", undefined, true],
    [undefined, 0, false],
    [undefined, false, false],
    [0, 0, true],
    [0, "0", false],
    [0, "", false],
    [0, false, false],
    ["true", true, false],
    ["a", "a", true],
    ["a", "A", false],
    ["a", "a ", false],
    ["e\u0301", "é", false], // composed otherwise: the cell holds something else
    [DATE, { ...DATE }, true],
    [DATE, { date: "2026-03-02T09:00:01" }, false],
    [DATE, DATE.date, false],
    [SUM, { ...SUM }, true],
    [SUM, SUM.formula, false],
    [SUM.formula, SUM, false],
    [SUM, DATE, false],
    [DATE, SUM, false],
    [long("b"), long("b"), true],
    [long("b"), long("c"), false],
    [long("b"), `${long("b")}b`, false],
    [long("b"), "", false],
    [long("b"), undefined, false],
    [`=${long("b")}`, { formula: `=${long("b")}` }, false],
    [{ formula: `=${long("b")}` }, `=${long("b")}`, false],
    [{ formula: `=${long("b")}` }, { formula: `=${long("b")}` }, true],
    [long("b"), 601, false],
    [long("b"), DATE, false],
  ];
  it.each(pairs)("%j and %j: %s", (one, other, isSame) => {
    expect(sameContent(one === undefined ? undefined : savedForm(one), other)).toBe(isSame);
  });

  it("knows every content again that its row saved, and after JSON too", () => {
    fc.assert(
      fc.property(anyContent(), fc.constantFrom(500, 60), (content, longest) => {
        const saved = savedForm(content, longest);
        return sameContent(saved, content) && sameContent(JSON.parse(JSON.stringify(saved)) as Saved, content);
      }),
      { numRuns: 300 },
    );
  });

  it("tells any two short contents apart", () => {
    fc.assert(
      fc.property(anyContent(20), anyContent(20), (one, other) => {
        expect(sameContent(savedForm(one, 5), other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 500 },
    );
  });
});

describe("asCellHolds", () => {
  it.each([0, 1, 49_999])("leaves a text of %d characters whole", (length) => {
    expect(asCellHolds("a".repeat(length))).toBe("a".repeat(length));
  });

  it.each([
    ["letters", "a".repeat(50_000)],
    ["60,000 letters", "a".repeat(60_000)],
    ["emoji", "😀".repeat(30_000)],
    ["emoji, shifted by one", `a${"😀".repeat(30_000)}`],
  ])("cuts %s with a mark, and leaves a place for an apostrophe", (_why, text) => {
    const held = asCellHolds(text);
    expect(held).toMatch(/… cut, full text in History$/);
    expect(held.length).toBeLessThan(50_000);
    expect(held.length).toBeGreaterThan(49_990);
    expect(Buffer.from(held, "utf8").toString("utf8")).toBe(held); // no half of an emoji
    expect(asCellHolds(held)).toBe(held);
  });

  it("makes no edit of its cut: a row knows the cut text as its own", () => {
    const text = "a".repeat(60_000);
    expect(sameContent(savedForm(text), asCellHolds(text))).toBe(true);
    expect(sameContent(savedForm(text), text)).toBe(true);
    expect(sameContent(savedForm(text), "a".repeat(49_999))).toBe(false);
  });
});

describe("shown", () => {
  it.each([
    [undefined, ""],
    ["Open", "Open"],
    [1.5, "1.5"],
    [true, "true"],
    [SUM, "=SUM(A1:A3)"],
    [DATE, "2026-03-02 09:00:00"],
    [savedForm("a".repeat(600)), "(600 characters)"],
  ])("%j reads %s", (content, text) => {
    expect(shown(content)).toBe(text);
  });
});

describe("isContent", () => {
  it("takes whatever a cell may hold", () => {
    fc.assert(fc.property(anyContent(600), (content) => isContent(JSON.parse(JSON.stringify(content)))));
  });

  it.each([[null], [undefined], [[]], [{}], [{ pieces: 2 }], [{ formula: 1 }], [{ date: null }]])(
    "refuses %j",
    (value) => {
      expect(isContent(value)).toBe(false);
    },
  );
});
