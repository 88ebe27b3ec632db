import fc from "fast-check";
import { asCellHolds } from "../../src/domain/ticket/content.ts";
import { guarded } from "../../src/workbook/guard.ts";
import { parseTyped } from "../emulator/values/typed.ts";
import { anyText, longText } from "../support/contents.ts";

const LOCALES = [
  "en_US",
  "en_GB",
  "de_DE",
  "de_CH",
  "fr_FR",
  "sv_SE",
  "da_DK",
  "pt_BR",
  "pl_PL",
  "tr_TR",
  "ru_RU",
  "ja_JP",
  "en_IN",
];

/** What a cell that nobody formatted holds after the text was written into it. */
function written(text: string, locale: string): unknown {
  const typed = parseTyped(text, { locale, timeZone: "Europe/Berlin", nowMs: Date.UTC(2026, 2, 2) });
  return "formula" in typed ? typed : typed.value;
}

const HOSTILE: readonly string[] = [
  ...[
    "=1+1",
    '=HYPERLINK("https://evil.example")',
    "=",
    "==",
    "+1 555 010",
    "-foo",
    "+",
    "-",
    "@SUM(A1)",
    "'",
    "''",
    "'007",
    "'=1",
  ],
  ...[" =1+1", "\t=1+1", "\n=1+1", "\r=1+1", "\u00a0=1+1", "＝1+1", "＋1", "－1", "＠x", "\u200b=1+1"],
  ...[
    "7",
    "007",
    "-5",
    "+5",
    ".5",
    ",5",
    "1.5",
    "1,5",
    "1,000",
    "1.000",
    "1 000",
    "1'000",
    "1’000",
    "1e3",
    "1E-3",
    "12%",
    "12 %",
  ],
  ...[
    "(5)",
    "( 5 )",
    " 7 ",
    "\u00a07",
    "$5",
    "5 $",
    "€5",
    "5 €",
    "£5",
    "CHF 5",
    "5 CHF",
    "kr 5",
    "5 kr",
    "5 kr.",
    "R$5",
    "R$ 5",
    "5 zł",
    "Rp 5",
    "₹12,34,567",
  ],
  ...[
    "1/2",
    "1-2",
    "1.2",
    "1.2.",
    "4/8/2026",
    "4.8.26",
    "2026-09",
    "2026-09-30",
    "2026/09/30",
    "09.2026",
    "30-9-26",
    "2026-09-30 12:30",
    "2026-09-30T12:30:00",
  ],
  ...[
    "Mar 2",
    "mar-2",
    "2 Mar",
    "March 2, 2026",
    "Mon, 2 March 2026",
    "Wednesday, September 30, 2026 12:30:15.250 PM",
    "Sept 3",
    "May 1",
  ],
  ...[
    "2. März 2026",
    "März 2026",
    "Montag, 2. März 2026",
    "2 mars",
    "mars 2026",
    "lundi 2 mars 2026",
    "2 de março de 2026",
    "2 Mart 2026",
    "2 марта 2026",
    "3月2日",
    "2026年3月2日",
  ],
  ...["12:30", "9:05", "9:05 PM", "9 am", "9 p.m.", "36:00:00", "12:30:15.5", "00:00"],
  ...["TRUE", "true", "False", " TRUE ", "fAlSe"],
  ...[
    "T-1",
    "T-1042",
    "1-2",
    "IT-5",
    "MAR-5",
    "JAN-2026",
    "DEC-25",
    "SEP#3",
    "h12e5",
    "1e5",
    "#REF!",
    "#N/A",
    "١٢",
    "１２",
  ],
  ...[
    '{"t":"T-1"}',
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a\nb",
    "\u0000",
    "\ud83d",
    "😀",
    "",
    " ",
  ],
];

describe("guarded", () => {
  it.each(LOCALES)("keeps every hostile text the text it is: %s", (locale) => {
    const changed = HOSTILE.filter((text) => written(guarded(text), locale) !== text);
    expect(changed).toEqual([]);
  });

  it("keeps whatever text the text it is", () => {
    fc.assert(
      fc.property(anyText(60), fc.constantFrom(...LOCALES), (text, locale) => written(guarded(text), locale) === text),
      { numRuns: 1000 },
    );
  });

  it("keeps whatever is made of the signs of numbers, dates and formulas the text it is", () => {
    const signs = [
      ..."0123456789+-=@'/.,:%()$€ ",
      "kr",
      "CHF",
      "Mar",
      "März",
      "mars",
      "Mon, ",
      "am",
      "PM",
      "e",
      "T",
      "TRUE",
      "\u00a0",
      "\n",
    ];
    const made = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(made, fc.constantFrom(...LOCALES), (text, locale) => written(guarded(text), locale) === text),
      { numRuns: 5000 },
    );
  });

  it("never writes more than a cell holds, and marks what it cut", () => {
    for (const text of ["a".repeat(50_000), `=${"a".repeat(49_999)}`, "=".repeat(120_000), "😀".repeat(40_000)]) {
      expect(guarded(text).length).toBeLessThanOrEqual(50_000);
      expect(written(guarded(text), "en_US")).toBe(asCellHolds(text));
    }
    fc.assert(
      fc.property(longText(120_000), (text) => guarded(text).length <= 50_000),
      { numRuns: 30 },
    );
  });

  it.each(["", "Open", "On hold", "Printer on fire", "Ada Lovelace", "ada@example.com", "Urgent"])(
    "writes %j as it is",
    (text) => {
      expect(guarded(text)).toBe(text);
    },
  );
});
