import { isDateFormat } from "../../values/pattern.ts";
import { parseValue } from "../../values/typed.ts";
import { CellError, NOT_AVAILABLE } from "../cell-error.ts";
import { toText } from "../coerce.ts";
import type { Definition } from "../definition.ts";
import { cellsFunction, scalarFunction } from "../definition.ts";
import type { Scalar } from "../values.ts";
import { cellsOf, isCells, RangeCells, single } from "../values.ts";

function is(test: (value: Scalar) => boolean): Definition {
  return scalarFunction("s", ([value = null]) => test(value), { takesErrors: true });
}

export const info: Record<string, Definition> = {
  ISBLANK: is((value) => value === null),
  ISNUMBER: is((value) => typeof value === "number"),
  ISTEXT: is((value) => typeof value === "string"),
  ISNONTEXT: is((value) => typeof value !== "string"),
  ISLOGICAL: is((value) => typeof value === "boolean"),
  ISERROR: is((value) => value instanceof CellError),
  ISERR: is((value) => value instanceof CellError && value.code !== "#N/A"),
  ISNA: is((value) => value instanceof CellError && value.code === "#N/A"),
  ISDATE: cellsFunction("c", ([arg = null], { host }) => {
    const value = single(arg, host);
    if (typeof value === "string") return isDateFormat(parseValue(value, host)?.format ?? "");
    if (typeof value !== "number" || !(arg instanceof RangeCells)) return false;
    return isDateFormat(host.format(arg.sheet, arg.area.top, arg.area.left));
  }),
  TYPE: cellsFunction("c", ([arg = null]) => {
    if (isCells(arg) && (arg.rows > 1 || arg.columns > 1)) return 64;
    const value = cellsOf(arg).at(0, 0);
    if (value instanceof CellError) return 16;
    return typeof value === "string" ? 2 : typeof value === "boolean" ? 4 : 1;
  }),
  NA: scalarFunction("", () => NOT_AVAILABLE),
  T: scalarFunction("s", ([value = null]) => (typeof value === "string" ? value : "")),
  N: scalarFunction("s", ([value = null]) => (typeof value === "number" ? value : value === true ? 1 : 0)),
  HYPERLINK: scalarFunction("ss?", ([url = null, label], { host }) => label ?? toText(url, host)),
};
