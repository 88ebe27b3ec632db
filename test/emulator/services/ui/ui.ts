import { signatureMismatch } from "../../core/argument-types.ts";
import type { Page, Question, UiHost } from "../../core/container.ts";
import { GoogleError } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject, type EnumValue } from "../../core/service-object.ts";
import { HtmlOutput } from "../html/html-output.ts";
import { asked, buttonValue } from "./ask.ts";
import { Menu } from "./menu.ts";
import { PromptResponse } from "./prompt-response.ts";

const SIDEBAR_WIDTH = 300;
const DIALOG = { width: 600, height: 400 };

/** The user interface of whoever started the execution; throws where nobody sits in front of it. */
export function uiOf(run: Execution): Ui {
  const { window } = run;
  if (!window || !run.book) throw new GoogleError("Cannot call SpreadsheetApp.getUi() from this context.");
  return new Ui(run, window);
}

export class Ui extends ServiceObject {
  static readonly googleName = "Ui";
  static readonly kinds = {
    alert: "ui",
    prompt: "ui",
    showSidebar: "ui",
    showModalDialog: "ui",
    showModelessDialog: "ui",
    showDialog: "ui",
  } as const;

  constructor(
    run: Execution,
    private readonly window: UiHost,
  ) {
    super(run);
  }

  createMenu(caption: string): Menu {
    return new Menu(this.run, this.window, caption);
  }

  createAddonMenu(): Menu {
    return new Menu(this.run, this.window, "Extensions");
  }

  alert(...args: unknown[]): EnumValue {
    return buttonValue(this.ask("alert", args).button);
  }

  prompt(...args: unknown[]): PromptResponse {
    return new PromptResponse(this.run, this.ask("prompt", args));
  }

  showSidebar(userInterface: unknown): void {
    this.window.showSidebar(this.run.project.id, { ...pageOf("showSidebar", userInterface), width: SIDEBAR_WIDTH });
  }

  showModalDialog(userInterface: unknown, title: string): void {
    this.showPage("showModalDialog", userInterface, title);
  }

  showModelessDialog(userInterface: unknown, title: string): void {
    this.showPage("showModelessDialog", userInterface, title);
  }

  showDialog(userInterface: unknown): void {
    this.showPage("showDialog", userInterface, undefined);
  }

  private showPage(method: string, userInterface: unknown, title: string | undefined): void {
    const page = pageOf(method, userInterface);
    const shown = { ...DIALOG, ...page, ...(title !== undefined && { title }), modal: method !== "showModelessDialog" };
    this.window.showDialog(this.run.project.id, shown);
  }

  private ask(kind: Question["kind"], args: unknown[]): ReturnType<UiHost["ask"]> {
    return asked(this.run, this.window, kind, args);
  }
}

function pageOf(method: string, userInterface: unknown): Page {
  if (!(userInterface instanceof HtmlOutput)) throw signatureMismatch(`Ui.${method}`, [userInterface]);
  const [width, height] = [userInterface.getWidth(), userInterface.getHeight()];
  return {
    title: userInterface.getTitle(),
    html: userInterface.getContent(),
    width: width ?? DIALOG.width,
    ...(height !== null && { height }),
  };
}
