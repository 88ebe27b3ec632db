import type { Answer } from "../../core/container.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject, type EnumValue } from "../../core/service-object.ts";
import { buttonValue } from "./ask.ts";

export class PromptResponse extends ServiceObject {
  static readonly googleName = "PromptResponse";

  constructor(
    run: Execution,
    private readonly answer: Answer,
  ) {
    super(run);
  }

  getResponseText(): string {
    return this.answer.text;
  }

  getSelectedButton(): EnumValue {
    return buttonValue(this.answer.button);
  }
}
