import { CellError } from "../cell-error.ts";
import { toNumber } from "../coerce.ts";
import type { Definition } from "../definition.ts";
import { cellsFunction } from "../definition.ts";
import { numbersOf } from "../numbers.ts";
import { cellsOf } from "../values.ts";
import { numeric } from "./math.ts";

/** Worth of one payment a period at the end of all periods; `due` 1: paid at each period's beginning. */
function series(rate: number, periods: number, due: number): number {
  return rate === 0 ? periods : ((1 + rate * due) * ((1 + rate) ** periods - 1)) / rate;
}

const growth = (rate: number, periods: number) => (1 + rate) ** periods;

export const finance: Record<string, Definition> = {
  PMT: numeric(
    "ssss?s?",
    [0, 0, 0, 0, 0],
    (rate = 0, periods = 0, now = 0, then = 0, due = 0) =>
      -(now * growth(rate, periods) + then) / series(rate, periods, due),
  ),
  FV: numeric(
    "ssss?s?",
    [0, 0, 0, 0, 0],
    (rate = 0, periods = 0, payment = 0, now = 0, due = 0) =>
      -(now * growth(rate, periods) + payment * series(rate, periods, due)),
  ),
  PV: numeric(
    "ssss?s?",
    [0, 0, 0, 0, 0],
    (rate = 0, periods = 0, payment = 0, then = 0, due = 0) =>
      -(then + payment * series(rate, periods, due)) / growth(rate, periods),
  ),
  NPV: cellsFunction("cc*", ([discount, ...flows], frame) => {
    const rate = toNumber(cellsOf(discount ?? null).at(0, 0), frame.host);
    const numbers = numbersOf(flows, frame);
    if (rate instanceof CellError) return rate;
    if (numbers instanceof CellError) return numbers;
    return numbers.reduce((sum, flow, i) => sum + flow / growth(rate, i + 1), 0);
  }),
};
