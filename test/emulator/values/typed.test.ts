import { parseTyped } from "./typed.ts";
import { serialOfDay } from "./serial.ts";

const NOW = Date.UTC(2026, 2, 2, 9);
const day = serialOfDay;
const typed = (text: string, locale = "en_US") => parseTyped(text, { locale, timeZone: "Etc/UTC", nowMs: NOW });

const numbers: [string, string, number, string | null][] = [
  // locale  typed            stored      format
  ["en_US", "007", 7, null],
  ["en_US", " 12 ", 12, null],
  ["en_US", "-5.25", -5.25, null],
  ["en_US", "+5", 5, null],
  ["en_US", ".5", 0.5, null],
  ["en_US", "5.", 5, null],
  ["en_US", "1,234", 1234, "#,##0"],
  ["en_US", "1,234,567.5", 1234567.5, "#,##0.00"],
  ["en_IN", "12,34,567", 1234567, "#,##0"],
  ["en_US", "1e3", 1000, "0.00E+00"],
  ["en_US", "1.5E-3", 0.0015, "0.00E+00"],
  ["en_US", "12%", 0.12, "0%"],
  ["en_US", "12.5 %", 0.125, "0.00%"],
  ["en_US", "$5", 5, '"$"#,##0'],
  ["en_US", "-$1,234.50", -1234.5, '"$"#,##0.00'],
  ["en_US", "$-5", -5, '"$"#,##0'],
  ["en_US", "€5", 5, "[$€]#,##0"],
  ["en_GB", "£9.99", 9.99, '"£"#,##0.00'],
  ["en_US", "(5)", -5, null],
  ["de_DE", "1.234,5", 1234.5, "#,##0.00"],
  ["de_DE", "12,5%", 0.125, "0.00%"],
  ["de_DE", "5 €", 5, '#,##0 "€"'],
  ["de_DE", "1.234", 1234, "#,##0"],
  ["fr_FR", "1 234,50", 1234.5, "#,##0.00"],
  ["fr_FR", "1\u202f234", 1234, "#,##0"],
  ["de_CH", "1'234.5", 1234.5, "#,##0.00"],
  ["en_US", "15551234567", 15551234567, null],
];

const dates: [string, string, number, string][] = [
  ["en_US", "1/2", day(2026, 1, 2), "M/d"],
  ["en_GB", "1/2", day(2026, 2, 1), "d/M"],
  ["en_US", "1/2/2025", day(2025, 1, 2), "M/d/yyyy"],
  ["en_US", "1/2/25", day(2025, 1, 2), "M/d/yyyy"],
  ["en_US", "1/2/99", day(1999, 1, 2), "M/d/yyyy"],
  ["en_US", "4-8-2026", day(2026, 4, 8), "M-d-yyyy"],
  ["en_GB", "4/8/2026", day(2026, 8, 4), "dd/MM/yyyy"],
  ["de_DE", "4.8.2026", day(2026, 8, 4), "dd.MM.yyyy"],
  ["de_DE", "31.12.", day(2026, 12, 31), "d.M"],
  ["fr_FR", "31/12/2026", day(2026, 12, 31), "dd/MM/yyyy"],
  ["ja_JP", "2026/3/2", day(2026, 3, 2), "yyyy/M/d"],
  ["ja_JP", "3/2", day(2026, 3, 2), "M/d"],
  ["ja_JP", "26/3/2", day(2026, 3, 2), "yyyy/MM/dd"],
  ["sv_SE", "2026-03-02", day(2026, 3, 2), "yyyy-MM-dd"],
  ["en_US", "2026-03-02", day(2026, 3, 2), "yyyy-MM-dd"],
  ["en_US", "2026-12-28", day(2026, 12, 28), "yyyy-MM-dd"],
  ["en_US", "12-04-2026", day(2026, 12, 4), "MM-dd-yyyy"],
  ["en_US", "2026-09", day(2026, 9, 1), "yyyy-MM"],
  ["en_US", "9/2026", day(2026, 9, 1), "M/yyyy"],
  ["en_US", "Mar 2", day(2026, 3, 2), "MMM d"],
  ["en_US", "March 2, 2025", day(2025, 3, 2), "MMMM d, yyyy"],
  ["en_US", "2 Mar 2025", day(2025, 3, 2), "d MMM yyyy"],
  ["en_US", "2-Mar-25", day(2025, 3, 2), "d-MMM-yyyy"],
  ["en_US", "Monday, March 2, 2026", day(2026, 3, 2), "dddd, MMMM d, yyyy"],
  ["en_US", "Sept 2026", day(2026, 9, 1), "MMMM yyyy"],
  ["de_DE", "2. März 2026", day(2026, 3, 2), "d. MMMM yyyy"],
  ["en_US", "12:30", 0.5 + 1 / 48, "H:mm"],
  ["en_US", "12:30:15", (12 * 3600 + 1815) / 86400, "H:mm:ss"],
  ["en_US", "1:30 PM", 13.5 / 24, "h:mm AM/PM"],
  ["en_US", "12:00 am", 0, "h:mm AM/PM"],
  ["en_US", "36:00", 1.5, "[h]:mm:ss"],
  ["en_US", "1/2/2026 12:00", day(2026, 1, 2) + 0.5, "M/d/yyyy H:mm"],
  ["en_US", "1/2/2026, 6:00:00 PM", day(2026, 1, 2) + 0.75, "M/d/yyyy h:mm:ss AM/PM"],
  ["en_US", "2026-03-02 06:00:00", day(2026, 3, 2) + 0.25, "yyyy-MM-dd H:mm:ss"],
  ["en_US", "1/2/2026 06:00:00", day(2026, 1, 2) + 0.25, "M/d/yyyy H:mm:ss"],
];

const texts = [
  "", " ", "Printer is broken", "T-1042", " padded ", "1,23", "1.2.3.4", "13/02/2026", "2/30/2026", "555-1234", "2026-03-02T09:30:00Z", "0x10",
  "Infinity", "NaN", "1e999", "12:60", "--", "-", "+", "=", "@anna", "march", "3 apples", "1 of 2", "May I ask 2 things", "12%5", "$", "%", "1/2/", "v1.2",
]; // prettier-ignore

test.each(numbers)("%s: typing %j stores the number %d", (locale, text, value, format) => {
  expect(typed(text, locale)).toEqual(format === null ? { value } : { value, format });
});

test.each(dates)("%s: typing %j stores the date or time %d", (locale, text, value, format) => {
  const stored = typed(text, locale) as { value: number; format: string };
  expect(stored.value).toBeCloseTo(value, 10);
  expect(stored.format).toBe(format);
});

test.each(texts)("typing %j stores the text untouched", (text) => {
  expect(typed(text)).toEqual({ value: text });
});

test.each([
  ["TRUE", true],
  ["false", false],
])("typing %j stores a boolean", (text, value) => {
  expect(typed(text)).toEqual({ value });
});

test.each([
  ["'007", "007"],
  ["'=SUM(1)", "=SUM(1)"],
  ["''quoted", "'quoted"],
  ["'", ""],
])("a leading apostrophe keeps %j as text", (text, value) => {
  expect(typed(text)).toEqual({ value });
});

test.each([
  ["=SUM(1,2)", "=SUM(1,2)"],
  ["+1 555 010", "=+1 555 010"],
  ["-foo", "=-foo"],
  ["- a bullet", "=- a bullet"],
])("typing %j is an expression", (text, formula) => {
  expect(typed(text)).toEqual({ formula });
});

test("the current year of a short date is the year in the spreadsheet's zone", () => {
  const nowMs = Date.UTC(2025, 11, 31, 20);
  const typedAt = (timeZone: string) => parseTyped("1/2", { locale: "en_US", timeZone, nowMs });
  expect(typedAt("America/New_York")).toEqual({ value: day(2025, 1, 2), format: "M/d" });
  expect(typedAt("Asia/Tokyo")).toEqual({ value: day(2026, 1, 2), format: "M/d" });
});
