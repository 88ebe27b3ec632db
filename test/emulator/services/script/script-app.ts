import { EnumValue, ServiceObject } from "../../core/service-object.ts";
import { AuthorizationInfo } from "./authorization-info.ts";
import { Service } from "./service.ts";
import { TriggerBuilder } from "./trigger-builder.ts";
import { Trigger } from "./trigger.ts";

export class ScriptApp extends ServiceObject {
  static readonly googleName = "ScriptApp";
  static readonly kinds = {
    deleteTrigger: "trigger",
    getProjectTriggers: "trigger",
    getScriptTriggers: "trigger",
    getUserTriggers: "trigger",
  } as const;

  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(this.run, functionName);
  }

  /** Only those of whoever runs the script; a colleague's stay invisible. */
  getProjectTriggers(): Trigger[] {
    const { workspace, project, effectiveUser } = this.run;
    return workspace.triggers.of(project.id, effectiveUser).map((record) => new Trigger(this.run, record));
  }

  getScriptTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }

  getUserTriggers(document: ServiceObject & { getId(): string }): Trigger[] {
    return this.getProjectTriggers().filter(({ record }) => record.sourceId === document.getId());
  }

  deleteTrigger(trigger: Trigger): void {
    if (trigger.record.creator === this.run.effectiveUser) this.run.workspace.triggers.remove(trigger.record.id);
  }

  getAuthorizationInfo(_mode: EnumValue, scopes?: string[]): AuthorizationInfo {
    return new AuthorizationInfo(this.run, this.missing(scopes));
  }

  /** Where a scope is missing the execution ends here and the person is asked. */
  requireScopes(_mode: EnumValue, scopes: string[]): void {
    if (this.missing(scopes).length > 0)
      this.run.end("Authorization is required to perform that action. Please run the script again to authorize it.");
  }

  requireAllScopes(mode: EnumValue): void {
    this.requireScopes(mode, this.run.project.manifest.oauthScopes ?? []);
  }

  invalidateAuth(): void {
    this.run.project.deny(this.run.effectiveUser, ...(this.run.project.manifest.oauthScopes ?? []));
  }

  getInstallationSource(): EnumValue {
    return EnumValue.of("InstallationSource", "NONE", 1);
  }

  getOAuthToken(): string {
    return `ya29.${this.run.workspace.random.id(120)}`;
  }

  getScriptId(): string {
    return this.run.project.id;
  }

  getProjectKey(): string {
    return this.run.project.id;
  }

  getService(): Service {
    return new Service(this.run);
  }

  private missing(scopes: string[] | undefined): string[] {
    const { project, effectiveUser } = this.run;
    const granted = project.grantedScopes(effectiveUser);
    const wanted = scopes ?? project.manifest.oauthScopes ?? [];
    const refused = wanted.filter((scope) => granted !== "all" && !granted.has(scope));
    return scopes || refused.length > 0 ? refused : [...project.refusedBy(effectiveUser)];
  }
}
