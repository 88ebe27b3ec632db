import type { Host } from "../host.ts";
import { hostOf, resultOf, sheetOf } from "../sheet-host.ts";

/** Ticket | Minutes | Status | Opened | Priority */
const tickets = sheetOf(
  "T-1 | 30 | Open | 2026-03-02 | High",
  "T-2 | 45 | Closed | 2026-03-06 | Low",
  "T-3 | 10 | open | 2026-02-27 | High",
  "T-4 | | Pending | | ",
  "T-5 | 90 | Open | 2026-03-09 | Medium",
);
const host: Host = hostOf({ Tickets: tickets, Holidays: sheetOf("2026-04-03", "2026-04-06") });

/** Checks the results of formulas over the tickets; numbers to eight places. */
export function expectResults(cases: [formula: string, expected: unknown][]): void {
  test.each(cases)("%s is %j", (formula, expected) => {
    const result = resultOf(formula, host);
    if (typeof expected === "number") expect(result).toBeCloseTo(expected, 8);
    else expect(result).toEqual(expected);
  });
}
