import type { Execution } from "../../core/execution.ts";
import { Properties } from "./properties.ts";

/** The deprecated global of old scripts; the same store as PropertiesService.getScriptProperties(). */
export class ScriptProperties extends Properties {
  static override readonly googleName: string = "ScriptProperties";

  constructor(run: Execution) {
    super(run, "script");
  }
}

/** The deprecated global of old scripts; the same store as PropertiesService.getUserProperties(). */
export class UserProperties extends Properties {
  static override readonly googleName: string = "UserProperties";

  constructor(run: Execution) {
    super(run, `user:${run.effectiveUser}`);
  }
}
