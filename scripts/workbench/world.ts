import type { Project } from "../../test/emulator/core/project.ts";
import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import type { Book } from "../../test/emulator/spreadsheet/model/book.ts";
import type { Workspace } from "../../test/emulator/workspace.ts";
import type { PersonView } from "./protocol.ts";

/** The Workspace as the workbench shows it: one book, one script, and the people who look at it. */
export class World {
  private readonly windows = new Map<string, BookWindow>();
  /** Called with each window when it is opened. */
  onOpened: (window: BookWindow) => void = () => undefined;

  constructor(
    readonly workspace: Workspace,
    readonly book: Book,
    readonly project: Project,
    readonly from: { people: readonly PersonView[]; fileName: string; statePath: string },
  ) {}

  find(email: string | null): PersonView | undefined {
    return this.from.people.find((person) => person.email === email);
  }

  /** The window of a person, opened when they first look: onOpen runs then. */
  windowOf(email: string): BookWindow {
    const known = this.windows.get(email);
    if (known) return known;
    const { identity } = this.find(email) ?? { identity: "visible" as const };
    const window = this.workspace.person(email, { identity }).open(this.book);
    this.windows.set(email, window);
    this.onOpened(window);
    return window;
  }

  /** Takes a window that is open already. */
  adopt(window: BookWindow): void {
    this.windows.set(window.email, window);
  }
}
