import { formatValue } from "./format.ts";
import { isDateFormat } from "./pattern.ts";
import { serialOfDay } from "./serial.ts";

const MARCH_2 = serialOfDay(2026, 3, 2);
const AFTERNOON = MARCH_2 + (14 * 3600 + 5 * 60 + 9) / 86400;

test.each([
  [0, "", "0"],
  [1234567.891, "", "1234567.891"],
  [0.1 + 0.2, "", "0.3"],
  [1 / 3, "", "0.3333333333"],
  [100 / 3, "", "33.33333333"],
  [123456789012, "", "123456789012"],
  [1e20, "", "1E+20"],
  [-5, "", "-5"],
  [0.00001, "", "0.00001"],
  [5.5, "0", "6"],
  [1.005, "0.00", "1.01"],
  [-1.005, "0.00", "-1.01"],
  [-0.001, "0.00", "0.00"],
  [7, "000", "007"],
  [1234.5, "#,##0", "1,235"],
  [1234567.5, "#,##0.00", "1,234,567.50"],
  [0.5, "#.##", ".5"],
  [1.5, "0.0##", "1.5"],
  [0.125, "0%", "13%"],
  [0.125, "0.00%", "12.50%"],
  [0.07, "0%", "7%"],
  [12345, "0.00E+00", "1.23E+04"],
  [0.00012, "0.00E+00", "1.20E-04"],
  [1234.5, '"$"#,##0.00', "$1,234.50"],
  [-1234.5, '"$"#,##0.00', "-$1,234.50"],
  [5, "[$€]#,##0", "€5"],
  [5, "#,##0 [$kr-41D]", "5 kr"],
  [-5, "0.0;(0.0)", "(5.0)"],
  [0, '0;-0;"none"', "none"],
  [-3, "0;[Red]-0", "-3"],
  [3, '0" min"', "3 min"],
  [1234567, "0.0,,", "1.2"],
  [5551234, "[<=9999999]###-####;(###) ###-####", "555-1234"],
  [2125551234, "[<=9999999]###-####;(###) ###-####", "(212) 555-1234"],
  [12.5, "@", "12.5"],
  [3, "General", "3"],
])("%d under %j shows %j", (value, pattern, shown) => {
  expect(formatValue(value, pattern, "en_US")).toBe(shown);
});

test.each([
  [AFTERNOON, "yyyy-MM-dd HH:mm:ss", "2026-03-02 14:05:09"],
  [AFTERNOON, "yyyy-mm-dd hh:mm:ss", "2026-03-02 14:05:09"],
  [AFTERNOON, "M/d/yyyy H:mm:ss", "3/2/2026 14:05:09"],
  [AFTERNOON, "h:mm AM/PM", "2:05 PM"],
  [AFTERNOON, "h:mm am/pm", "2:05 PM"],
  [AFTERNOON, "ddd, d mmm yy", "Mon, 2 Mar 26"],
  [AFTERNOON, "dddd, mmmm d, yyyy", "Monday, March 2, 2026"],
  [AFTERNOON, "mm:ss", "05:09"],
  [AFTERNOON, 'd"th of" mmmm', "2th of March"],
  [0.5 + 1 / 48, "H:mm", "12:30"],
  [0, "h:mm AM/PM", "12:00 AM"],
  [1.5, "[h]:mm:ss", "36:00:00"],
  [-1.5, "[h]:mm", "-36:00"],
  [0.0625, "[m]", "90"],
  [1.25 / 86400, "s.00", "1.25"],
  [MARCH_2 + 0.999999999, "yyyy-MM-dd HH:mm", "2026-03-03 00:00"],
])("the serial %d under %j shows %j", (value, pattern, shown) => {
  expect(formatValue(value, pattern, "en_US")).toBe(shown);
});

test.each([
  ["de_DE", 1234.5, "#,##0.00", "1.234,50"],
  ["de_DE", 0.5, "", "0,5"],
  ["fr_FR", 1234.5, "#,##0.0", "1\u00a0234,5"],
  ["en_IN", 1234567, "#,##0", "12,34,567"],
  ["de_DE", MARCH_2, "d. mmmm yyyy", "2. März 2026"],
  ["fr_FR", MARCH_2, "dddd", "lundi"],
])("%s: %d under %j shows %j", (locale, value, pattern, shown) => {
  expect(formatValue(value, pattern, locale)).toBe(shown);
});

test.each([
  ["text", "0.00", "text"],
  ["text", '@" (sic)"', "text (sic)"],
  ["", "0.00", ""],
  [true, "0.00", "TRUE"],
  [false, "", "FALSE"],
])("%j under %j shows %j", (value, pattern, shown) => {
  expect(formatValue(value, pattern, "en_US")).toBe(shown);
});

test.each([
  ["yyyy-mm-dd", true],
  ["M/d/yyyy H:mm:ss", true],
  ["[h]:mm", true],
  ["h AM/PM", true],
  ["", false],
  ["General", false],
  ["0.00", false],
  ["@", false],
  ["[Red]0", false],
  ['0" days"', false],
  ["0.00E+00", false],
  ["#,##0 [$kr-41D]", false],
])("%j is a date format: %j", (pattern, expected) => {
  expect(isDateFormat(pattern)).toBe(expected);
});
