import type { Answer, Question, UiHost } from "../../core/container.ts";
import type { Execution } from "../../core/execution.ts";
import { EnumValue } from "../../core/service-object.ts";

const BUTTONS = ["CLOSE", "OK", "CANCEL", "YES", "NO"];

/** Suspends the script until the person has answered; the locks it held do not survive that (platform C4). */
export function asked(run: Execution, window: UiHost, kind: Question["kind"], args: unknown[]): Answer {
  const texts = args.filter((arg) => typeof arg === "string");
  const buttons = args.find((arg): arg is EnumValue => arg instanceof EnumValue);
  run.flush();
  run.workspace.locks.drop(run);
  return window.ask({
    kind,
    title: texts.length > 1 ? texts[0]! : "",
    text: texts.at(-1) ?? "",
    buttons: (buttons?.name ?? "OK") as Question["buttons"],
  });
}

export function buttonValue(button: Answer["button"]): EnumValue {
  return EnumValue.of("Button", button, BUTTONS.indexOf(button));
}
