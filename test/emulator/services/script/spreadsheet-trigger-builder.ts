import { NotEmulated } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";
import { createTrigger } from "./create-trigger.ts";
import type { EventTypeName } from "./trigger-record.ts";
import type { Trigger } from "./trigger.ts";

export class SpreadsheetTriggerBuilder extends ServiceObject {
  static readonly googleName = "ScriptApp.SpreadsheetTriggerBuilder";
  static readonly kinds = { create: "trigger" } as const;
  private eventType: EventTypeName | undefined;

  constructor(
    run: Execution,
    private readonly handler: string,
    private readonly bookId: string,
  ) {
    super(run);
  }

  onOpen(): this {
    this.eventType = "ON_OPEN";
    return this;
  }

  onEdit(): this {
    this.eventType = "ON_EDIT";
    return this;
  }

  onChange(): this {
    this.eventType = "ON_CHANGE";
    return this;
  }

  onFormSubmit(): this {
    this.eventType = "ON_FORM_SUBMIT";
    return this;
  }

  create(): Trigger {
    const { handler, eventType, bookId } = this;
    if (!eventType) throw new NotEmulated("SpreadsheetTriggerBuilder.create without an event");
    return createTrigger(this.run, { handler, eventType, source: "SPREADSHEETS", sourceId: bookId });
  }
}
