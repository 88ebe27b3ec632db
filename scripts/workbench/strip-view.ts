import type { PassingTime } from "./passing-time.ts";
import type { StripView } from "./protocol.ts";
import type { World } from "./world.ts";

const MINUTE_MS = 60_000;

/** The strip below the sheets; its clock counts whole minutes, so that it is no news at every act. */
export function stripView({ workspace, book, from }: World, passing: PassingTime | null): StripView {
  return {
    now: Math.floor(workspace.clock.now() / MINUTE_MS) * MINUTE_MS,
    timeZone: book.timeZone,
    passing: passing && { from: passing.from, until: passing.until },
    people: [...from.people],
    mails: workspace.mails.length,
    executions: workspace.executions.length,
    file: from.fileName,
  };
}
