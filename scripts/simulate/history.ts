import type { Company } from "./company.ts";
import { takeCounts } from "./oracle/exceptions.ts";
import { judge } from "./oracle/oracle.ts";
import type { Wrong } from "./oracle/wrong.ts";
import type { Plan } from "./plan.ts";
import { runPlan } from "./run-plan.ts";
import type { World } from "./world.ts";

/** How a history ended. */
export interface Ending {
  readonly plan: Plan;
  readonly wrongs: readonly Wrong[];
  /** What happened, a line an act. */
  readonly log: readonly string[];
  /** How often each named exception was made use of. */
  readonly exceptions: Readonly<Record<string, number>>;
}

/** Lets a plan happen in a company of its own and judges what is left; `spoil` may change the book before it is judged. */
export function endingOf(company: Company, plan: Plan, spoil: (world: World) => void = () => undefined): Ending {
  takeCounts();
  const world = runPlan(company, plan);
  spoil(world);
  const wrongs = judge(world);
  return { plan, wrongs, log: world.witness.log.filter((line) => line !== ""), exceptions: takeCounts() };
}
