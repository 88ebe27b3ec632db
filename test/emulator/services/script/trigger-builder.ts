import { GoogleError } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";
import { ClockTriggerBuilder } from "./clock-trigger-builder.ts";
import { SpreadsheetTriggerBuilder } from "./spreadsheet-trigger-builder.ts";

export class TriggerBuilder extends ServiceObject {
  static readonly googleName = "ScriptApp.TriggerBuilder";

  constructor(
    run: Execution,
    private readonly handler: string,
  ) {
    super(run);
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.run, this.handler);
  }

  forSpreadsheet(sheet: string | (ServiceObject & { getId(): string })): SpreadsheetTriggerBuilder {
    const id = typeof sheet === "string" ? sheet : sheet.getId();
    if (!this.run.workspace.books.has(id))
      throw new GoogleError("No item with the given ID could be found, or you do not have permission to access it.");
    return new SpreadsheetTriggerBuilder(this.run, this.handler, id);
  }
}
