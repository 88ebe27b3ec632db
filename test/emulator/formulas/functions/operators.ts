import { DIVISION } from "../cell-error.ts";
import { compare } from "../coerce.ts";
import type { Definition } from "../definition.ts";
import { scalarFunction } from "../definition.ts";
import { numeric } from "./math.ts";

function comparing(decide: (order: number) => boolean): Definition {
  return scalarFunction("ss", ([left = null, right = null]) => decide(compare(left, right)));
}

/** The functions behind Google's operators, and those that only change how a number is shown (implied-format.ts). */
export const operators: Record<string, Definition> = {
  ADD: numeric("ss", [], (left = 0, right = 0) => left + right),
  MINUS: numeric("ss", [], (left = 0, right = 0) => left - right),
  MULTIPLY: numeric("ss", [], (left = 0, right = 0) => left * right),
  DIVIDE: numeric("ss", [], (left = 0, right = 0) => (right === 0 ? DIVISION : left / right)),
  POW: numeric("ss", [], (base = 0, exponent = 0) => base ** exponent),
  UMINUS: numeric("s", [], (value = 0) => -value),
  EQ: comparing((order) => order === 0),
  NE: comparing((order) => order !== 0),
  LT: comparing((order) => order < 0),
  LTE: comparing((order) => order <= 0),
  GT: comparing((order) => order > 0),
  GTE: comparing((order) => order >= 0),
  ISBETWEEN: scalarFunction(
    "ssss?s?",
    ([value = null, low = null, high = null, lowCounts = true, highCounts = true]) => {
      const above = compare(value, low);
      const below = compare(value, high);
      return (
        (above > 0 || (above === 0 && lowCounts !== false)) && (below < 0 || (below === 0 && highCounts !== false))
      );
    },
  ),
  TO_DATE: asItIs(),
  TO_PURE_NUMBER: asItIs(),
};

/** Texts and truth values come back unchanged as well. */
function asItIs(): Definition {
  return scalarFunction("s", ([value = null]) => value);
}
