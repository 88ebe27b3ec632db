import { bundleIn, companies } from "../../scripts/simulate/company.ts";
import { type Ending, endingOf } from "../../scripts/simulate/history.ts";
import { makePlan } from "../../scripts/simulate/make-plan.ts";
import { MODES } from "../../scripts/simulate/modes.ts";
import { actsOf, only, type Plan } from "../../scripts/simulate/plan.ts";
import { describe as inWords } from "../../scripts/simulate/report.ts";
import { shrink } from "../../scripts/simulate/shrink.ts";

const open = companies(bundleIn("dist"));

test.each(Object.keys(MODES))("a seed of %s is the same history every time, to the call", (mode) => {
  const [once, again] = [1, 2].map(() => {
    const company = open();
    const { log, wrongs } = endingOf(company, makePlan(7, mode));
    const calls = company.workspace.executions.map(({ functionName, callCount }) => `${functionName} ${callCount}`);
    return { log, wrongs, calls, sheets: JSON.stringify(company.book) };
  });
  expect(again).toEqual(once);
  expect(once!.log.length).toBeGreaterThan(1);
});

test("other seeds are other histories", () => {
  expect(makePlan(8, "typing")).not.toEqual(makePlan(7, "typing"));
});

describe("shrinking", () => {
  const plan = makePlan(3, "long");
  const [first, , , , fifth] = plan.steps.map(({ act }) => act.id);
  /** Fails where both of two acts are left. */
  const run = (shorter: Plan): Ending => {
    const ids = actsOf(shorter).map(({ id }) => id);
    const fails = ids.includes(first!) && ids.includes(fifth!);
    return { plan: shorter, wrongs: fails ? [{ kind: "lost", sentence: "It is lost." }] : [], log: [], exceptions: {} };
  };

  test("leaves what it takes to fail, and nothing else", () => {
    const { plan: shortest } = shrink(run(plan), run, Infinity);
    expect(actsOf(shortest).map(({ id }) => id)).toEqual([first, fifth]);
  });

  test("stops when its time is over", () => {
    expect(shrink(run(plan), run, 0).plan).toBe(plan);
  });

  test("does not take another failure for the same", () => {
    const other = (shorter: Plan): Ending => ({ ...run(shorter), wrongs: [{ kind: "another", sentence: "" }] });
    expect(shrink(run(plan), other, Infinity).plan).toBe(plan);
  });

  test("the command that is printed replays exactly what is left", () => {
    const { plan: shortest } = shrink(run(plan), run, Infinity);
    const command = inWords(run(shortest), { bundle: "dist", isWhole: false }).split("again: ")[1]!;
    const [seed, mode, ids] = ["seed", "mode", "only"].map((name) => new RegExp(`--${name} (\\S+)`).exec(command)![1]!);
    expect(only(makePlan(Number(seed), mode!), new Set(ids!.split(",").map(Number)))).toEqual(shortest);
  });
});
