import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";

export class HtmlOutputMetaTag extends ServiceObject {
  static readonly googleName = "HtmlService.HtmlOutputMetaTag";

  constructor(
    run: Execution,
    private readonly name: string,
    private readonly content: string,
  ) {
    super(run);
  }

  getName(): string {
    return this.name;
  }

  getContent(): string {
    return this.content;
  }
}
