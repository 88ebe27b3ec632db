import { SERVER_ERROR } from "../run-plan.ts";
import type { World } from "../world.ts";
import { wrongCells } from "./cells.ts";
import { evidenceOf } from "./evidence.ts";
import { wrongHistory } from "./history.ts";
import { settleRequests } from "../settle-requests.ts";
import { wrongSayings, wrongShown } from "./said.ts";
import { wrongTickets } from "./tickets.ts";
import { wrongVerification } from "./verification.ts";
import type { Wrong } from "./wrong.ts";

/** Everything that is wrong when a history is over. Knows nothing of the product but what stands in the book and what people were told. */
export function judge(world: World): Wrong[] {
  settleRequests(world);
  const evidence = evidenceOf(world);
  const wrongs = [
    ...wrongCells(evidence),
    ...wrongTickets(evidence),
    ...wrongHistory(evidence),
    ...wrongSayings(evidence),
    ...wrongShown(evidence),
  ];
  return [...wrongs, ...wrongVerification(evidence), ...errors(world)];
}

/** Runs that failed by themselves. */
function errors({ company }: World): Wrong[] {
  return company.workspace.executions.flatMap(({ error, killed, functionName, notEmulated }) => {
    if (notEmulated.length > 0)
      return [{ kind: "not emulated", sentence: `${functionName} uses ${notEmulated.join(", ")}.` }];
    // A Problem that reaches Google's log is a sentence too, of a run that has nobody to say it to.
    if (!error || killed || error.name === "Problem" || error.message.includes(SERVER_ERROR)) return [];
    return [{ kind: "a script's error", sentence: `${functionName} failed: ${error.message}` }];
  });
}
