import { ServiceObject } from "../../core/service-object.ts";
import { formatDate } from "../utilities/format-date.ts";
import { formatString } from "../utilities/format-string.ts";
import { javaText } from "./java-text.ts";

export class Logger extends ServiceObject {
  static readonly googleName = "Logger";
  private lines: string[] = [];

  log(data: unknown, ...values: unknown[]): this {
    const print = (value: unknown) => javaText(value, this.zone());
    const text = typeof data === "string" && values.length > 0 ? formatString(data, values, print) : print(data);
    this.run.log.push(text);
    this.lines.push(`${formatDate(this.run.now(), this.zone(), "EEE MMM dd HH:mm:ss z yyyy")} INFO: ${text}\n`);
    return this;
  }

  getLog(): string {
    return this.lines.join("");
  }

  clear(): void {
    this.lines = [];
  }

  private zone(): string {
    return this.run.project.manifest.timeZone ?? "Etc/UTC";
  }
}
