import type { Ending } from "./history.ts";
import { actsOf, only, type Plan } from "./plan.ts";

/** The shortest history that still fails in the same way, as far as it is found before `until` (epoch ms). */
export function shrink(failed: Ending, run: (plan: Plan) => Ending, until: number): Ending {
  const [kind] = failed.wrongs.map((wrong) => wrong.kind);
  const fails = (ending: Ending): boolean => ending.wrongs.some((wrong) => wrong.kind === kind);
  let shortest = failed;
  for (let size = Math.ceil(actsOf(failed.plan).length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < actsOf(shortest.plan).length && Date.now() < until;) {
      const ids = actsOf(shortest.plan).map(({ id }) => id);
      const left = new Set([...ids.slice(0, from), ...ids.slice(from + size)]);
      const ending = run(only(shortest.plan, left));
      const isShorter = fails(ending) && actsOf(ending.plan).length < ids.length;
      if (isShorter) shortest = ending;
      else from += size;
    }
  }
  return shortest;
}
