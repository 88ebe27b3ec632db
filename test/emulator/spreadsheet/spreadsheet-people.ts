import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";
import { User } from "../services/session/user.ts";
import type { Book } from "./model/book.ts";
import { SheetProblem } from "./model/problem.ts";
import { emailOf } from "./people.ts";

/** Who may see and edit a spreadsheet. */
export class SpreadsheetPeople extends ServiceObject {
  constructor(
    run: Execution,
    readonly book: Book,
  ) {
    super(run);
  }

  private change(apply: (book: Book) => void): this {
    this.run.flush();
    if (!this.book.mayEdit(this.run.effectiveUser)) {
      throw new SheetProblem("You do not have permission to perform that action.");
    }
    apply(this.book);
    return this;
  }

  getOwner(): User | null {
    return this.book.owner === "" ? null : new User(this.run, this.book.owner);
  }
  getEditors(): User[] {
    this.run.read(1);
    return this.usersOf([this.book.owner, ...this.book.editors]);
  }
  /** Viewers include the editors and the owner. */
  getViewers(): User[] {
    this.run.read(1);
    return this.usersOf([this.book.owner, ...this.book.editors, ...this.book.viewers]);
  }
  private usersOf(emails: string[]): User[] {
    return [...new Set(emails)].filter((email) => email !== "").map((email) => new User(this.run, email));
  }

  addEditor(user: string | User): this {
    return this.addEditors([emailOf(user)]);
  }
  addEditors(emails: string[]): this {
    return this.change((book) => {
      book.editors = [...new Set([...book.editors, ...emails])];
      book.viewers = book.viewers.filter((email) => !emails.includes(email));
    });
  }
  removeEditor(user: string | User): this {
    return this.change((book) => {
      book.editors = book.editors.filter((email) => email !== emailOf(user));
    });
  }
  addViewer(user: string | User): this {
    return this.addViewers([emailOf(user)]);
  }
  addViewers(emails: string[]): this {
    return this.change((book) => {
      book.viewers = [...new Set([...book.viewers, ...emails.filter((email) => !book.isEditor(email))])];
    });
  }
  removeViewer(user: string | User): this {
    return this.change((book) => {
      book.viewers = book.viewers.filter((email) => email !== emailOf(user));
    });
  }
}
