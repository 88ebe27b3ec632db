import { GoogleError } from "../../core/errors.ts";
import type { TriggerRecord } from "./trigger-record.ts";

/** Per user and script (platform A4). */
const MOST_TRIGGERS = 20;

/** Every installed trigger of the Workspace. */
export class TriggerTable {
  private records: TriggerRecord[] = [];

  add(record: TriggerRecord): void {
    if (this.of(record.projectId, record.creator).length >= MOST_TRIGGERS)
      throw new GoogleError(
        "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
      );
    this.records.push(record);
  }

  remove(id: string): void {
    this.records = this.records.filter((record) => record.id !== id);
  }

  /** One person's triggers of one script: all that Google ever shows to a script. */
  of(projectId: string, creator: string): TriggerRecord[] {
    return this.records.filter((record) => record.projectId === projectId && record.creator === creator);
  }

  all(): readonly TriggerRecord[] {
    return this.records;
  }

  restore(records: TriggerRecord[]): void {
    this.records = records;
  }
}
