import { ServiceObject } from "../../core/service-object.ts";

/** The web app of the script, if its manifest has one. */
export class Service extends ServiceObject {
  static readonly googleName = "ScriptApp.Service";

  getUrl(): string | null {
    return this.isEnabled() ? `https://script.google.com/macros/s/${this.run.project.id}/exec` : null;
  }

  isEnabled(): boolean {
    return this.run.project.manifest.webapp !== undefined;
  }
}
