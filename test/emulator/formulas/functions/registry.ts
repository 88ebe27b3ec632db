import type { Definition } from "../definition.ts";
import { arrays } from "./arrays.ts";
import { conditionalSums } from "./conditional-sums.ts";
import { dates } from "./dates.ts";
import { finance } from "./finance.ts";
import { info } from "./info.ts";
import { lambdas } from "./lambdas.ts";
import { logic } from "./logic.ts";
import { lookups } from "./lookup.ts";
import { math } from "./math.ts";
import { operators } from "./operators.ts";
import { places } from "./places.ts";
import { queries } from "./query.ts";
import { regex } from "./regex.ts";
import { reshaping } from "./reshaping.ts";
import { statistics } from "./statistics.ts";
import { text } from "./text.ts";
import { trigonometry } from "./trigonometry.ts";
import { workingDays } from "./working-days.ts";

const families = [
  arrays,
  conditionalSums,
  dates,
  finance,
  info,
  lambdas,
  logic,
  lookups,
  math,
  operators,
  places,
  queries,
  regex,
  reshaping,
  statistics,
  text,
  trigonometry,
  workingDays,
];
const definitions = new Map<string, Definition>(families.flatMap((family) => Object.entries(family)));

/** Newer spellings of functions that are known under an older one. */
const ALIASES = new Map([
  ["RANK.EQ", "RANK"], ["STDEV.S", "STDEV"], ["STDEV.P", "STDEVP"], ["VAR.S", "VAR"], ["VAR.P", "VARP"],
  ["PERCENTILE.INC", "PERCENTILE"], ["QUARTILE.INC", "QUARTILE"], ["MODE.SNGL", "MODE"],
]); // prettier-ignore

/** The function of that upper-case name, undefined where it is not emulated. */
export function findDefinition(name: string): Definition | undefined {
  return definitions.get(ALIASES.get(name) ?? name);
}
