import type { Execution } from "../../core/execution.ts";
import { EnumValue, ServiceObject } from "../../core/service-object.ts";
import type { TriggerRecord } from "./trigger-record.ts";

const EVENT_TYPES = ["CLOCK", "ON_OPEN", "ON_EDIT", "ON_FORM_SUBMIT", "ON_CHANGE"];
const SOURCES = ["SPREADSHEETS", "CLOCK", "FORMS"];

export class Trigger extends ServiceObject {
  static readonly googleName = "ScriptApp.Trigger";

  constructor(
    run: Execution,
    readonly record: TriggerRecord,
  ) {
    super(run);
  }

  getEventType(): EnumValue {
    const { eventType } = this.record;
    return EnumValue.of("EventType", eventType, EVENT_TYPES.indexOf(eventType));
  }

  getHandlerFunction(): string {
    return this.record.handler;
  }

  getTriggerSource(): EnumValue {
    const { source } = this.record;
    return EnumValue.of("TriggerSource", source, SOURCES.indexOf(source));
  }

  /** null for time-based triggers. */
  getTriggerSourceId(): string | null {
    return this.record.sourceId;
  }

  getUniqueId(): string {
    return this.record.id;
  }
}
