import { notStarted, type Outcome } from "../core/outcome.ts";
import type { Project } from "../core/project.ts";
import type { BookWindow } from "./book-window.ts";
import { ownCaller } from "./callers.ts";
import { IllegalValue, sentToClient, sentToServer } from "./run-bridge.ts";

/** So many calls of one page run at once; here, where nothing can wait, one more is a mistake of the test. */
const MOST_CALLS = 10;

/** google.script.run from an open page: what the browser lets through, what it refuses, what comes back. */
export function remoteCall(window: BookWindow, project: Project, [name, args]: [string, unknown[]]): Outcome {
  if (name.endsWith("_") || !project.loaded.functions.has(name))
    return refused(new TypeError(`google.script.run.${name} is not a function`));
  let carried: unknown[];
  try {
    carried = sentToServer(args);
  } catch (error) {
    if (error instanceof IllegalValue) return refused(error);
    throw error;
  }
  if (window.callsRunning >= MOST_CALLS)
    throw new Error(`The call of ${name} waits: ten calls of this page are running.`);
  window.callsRunning++;
  try {
    const outcome = project.runAs(ownCaller(window, "sidebar"), name, () => carried);
    return outcome.error ? outcome : answered(outcome);
  } finally {
    window.callsRunning--;
  }
}

function answered(outcome: Outcome): Outcome {
  try {
    return { ...outcome, value: sentToClient(outcome.value) };
  } catch (error) {
    return { ...outcome, value: undefined, error: error as Error };
  }
}

/** The call never reached the server. */
function refused(error: Error): Outcome {
  return { ...notStarted(), value: undefined, error };
}
