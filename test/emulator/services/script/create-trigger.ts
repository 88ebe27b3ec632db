import { GoogleError } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { nextRun } from "./schedule.ts";
import type { EventTypeName, Schedule, TriggerRecord } from "./trigger-record.ts";
import { Trigger } from "./trigger.ts";

export interface NewTrigger {
  handler: string;
  eventType: EventTypeName;
  source: TriggerRecord["source"];
  sourceId: string | null;
  schedule?: Schedule;
}

/** Installs a trigger under the authority of whoever runs the script. */
export function createTrigger(run: Execution, { schedule, ...wanted }: NewTrigger): Trigger {
  const { workspace, project, effectiveUser } = run;
  const createdAt = run.now();
  refuseAsAddOn(run, wanted.eventType);
  const first =
    schedule &&
    (schedule.kind === "once" ? Math.max(schedule.at, createdAt + 1) : nextRun(schedule, createdAt, createdAt));
  const record: TriggerRecord = {
    ...wanted,
    id: String(workspace.random.below(2 ** 31)) + String(workspace.random.below(2 ** 31)),
    projectId: project.id,
    creator: effectiveUser,
    createdAt,
    ...(schedule && { schedule }),
    ...(first !== undefined && { nextRun: first }),
  };
  workspace.triggers.add(record);
  return new Trigger(run, record);
}

/** A published add-on gets one trigger per type, user and document (platform B6). */
function refuseAsAddOn({ project, effectiveUser, workspace }: Execution, eventType: EventTypeName): void {
  if (!project.isAddOn || eventType !== "CLOCK") return;
  const clocks = workspace.triggers.of(project.id, effectiveUser).filter((record) => record.eventType === "CLOCK");
  if (clocks.length > 0)
    throw new GoogleError(
      "This add-on has created too many time-based triggers in this document for this Google user account.",
    );
}
