import { bundleIn, companies } from "../../scripts/simulate/company.ts";
import { endingOf } from "../../scripts/simulate/history.ts";
import { makePlan } from "../../scripts/simulate/make-plan.ts";
import { MODES } from "../../scripts/simulate/modes.ts";

const SEEDS = 400;
const modes = Object.keys(MODES);
const open = companies(bundleIn("dist"));

/** Long histories cost as much as ten others. */
const shareOf = (mode: string): number => (mode === "long" ? 16 : (SEEDS - 16) / (modes.length - 1));

test.each(modes)("nothing is lost in histories of %s", (mode) => {
  const failed: string[] = [];
  for (let seed = 1; seed <= shareOf(mode); seed++) {
    const { wrongs } = endingOf(open(), makePlan(seed, mode));
    if (wrongs.length > 0) failed.push(`npm run simulate -- --seed ${seed} --mode ${mode}: ${wrongs[0]!.sentence}`);
  }
  expect(failed).toEqual([]);
});

test("all seeds are used", () => {
  expect(modes.reduce((sum, mode) => sum + shareOf(mode), 0)).toBe(SEEDS);
});
