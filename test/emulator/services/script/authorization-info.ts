import type { Execution } from "../../core/execution.ts";
import { EnumValue, ServiceObject } from "../../core/service-object.ts";

export class AuthorizationInfo extends ServiceObject {
  static readonly googleName = "ScriptApp.AuthorizationInfo";

  constructor(
    run: Execution,
    private readonly missing: string[],
  ) {
    super(run);
  }

  getAuthorizationStatus(): EnumValue {
    return this.missing.length > 0
      ? EnumValue.of("AuthorizationStatus", "REQUIRED", 0)
      : EnumValue.of("AuthorizationStatus", "NOT_REQUIRED", 1);
  }

  /** null where nothing is missing. */
  getAuthorizationUrl(): string | null {
    return this.missing.length > 0 ? `https://script.google.com/macros/d/${this.run.project.id}/authorize` : null;
  }

  getAuthorizedScopes(): string[] {
    const granted = this.run.project.grantedScopes(this.run.effectiveUser);
    return granted === "all" ? [] : [...granted];
  }
}
