import { GoogleError } from "../../core/errors.ts";
import { ServiceObject } from "../../core/service-object.ts";
import { asked } from "./ask.ts";

/** The old dialogs of spreadsheets; they answer with words in lower case. */
export class Browser extends ServiceObject {
  static readonly googleName = "Browser";
  static readonly kinds = { msgBox: "ui", inputBox: "ui" } as const;

  msgBox(...args: unknown[]): string {
    return this.ask("alert", "msgBox", args).button.toLowerCase().replace("close", "cancel");
  }

  inputBox(...args: unknown[]): string {
    const { button, text } = this.ask("prompt", "inputBox", args);
    return button === "OK" || button === "YES" ? text : "cancel";
  }

  private ask(kind: "alert" | "prompt", method: string, args: unknown[]): ReturnType<typeof asked> {
    const { window } = this.run;
    if (!window)
      throw new GoogleError(`Cannot call Browser.${method}() from this context; have you tried Logger.log() instead?`);
    return asked(this.run, window, kind, args);
  }
}
