import { ServiceObject } from "../../core/service-object.ts";
import { TextOutput } from "./text-output.ts";

export class ContentService extends ServiceObject {
  static readonly googleName = "ContentService";

  createTextOutput(content = ""): TextOutput {
    return new TextOutput(this.run, content);
  }
}
