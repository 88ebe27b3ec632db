import type { Workspace } from "../workspace.ts";
import type { Book } from "../spreadsheet/model/book.ts";
import { BookWindow } from "./book-window.ts";

/** Whether scripts that run without this person's consent may know who it is (platform B7). */
export type Identity = "visible" | "hidden" | "anonymous";

export interface PersonOptions {
  identity?: Identity;
  /** Language, e.g. "de". */
  locale?: string;
}

/** Somebody who works in spreadsheets. */
export class Person {
  readonly identity: Identity;
  readonly locale: string;

  constructor(
    private readonly workspace: Workspace,
    readonly email: string,
    { identity = "visible", locale = "en" }: PersonOptions = {},
  ) {
    this.identity = identity;
    this.locale = locale;
  }

  /** Opens the book in a window of its own; onOpen runs. */
  open(book: Book): BookWindow {
    const window = new BookWindow(this.workspace, this, book);
    this.workspace.engine.opened(window);
    return window;
  }
}
