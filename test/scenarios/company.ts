import type { Book } from "../emulator/spreadsheet/model/book.ts";
import type { Project } from "../emulator/core/project.ts";
import { apiWrite } from "../emulator/people/api-write.ts";
import { BookWindow } from "../emulator/people/book-window.ts";
import type { PersonOptions } from "../emulator/people/person.ts";
import { Workspace, type WorkspaceOptions } from "../emulator/workspace.ts";
import { type BookShape, openProduct } from "../../scripts/product.ts";

export const OWNER = "olga@example.com";
export const ANA = "ana@example.com";
export const BEN = "ben@example.com";

/** Companies as they were made once, by what was asked for: to open one anew takes a thirtieth of making it. */
const made = new Map<string, Uint8Array>();

/** A company whose desk is set up and has `tickets` tickets (T-1 in row 2, …), pasted by Ana. */
export function aCompany(shape: BookShape & { tickets?: number } = {}, options: WorkspaceOptions = {}): Company {
  const key = JSON.stringify([shape, options]);
  const snapshot = made.get(key) ?? makeCompany(shape, options);
  made.set(key, snapshot);
  return reopened(snapshot);
}

function makeCompany({ tickets = 0, ...shape }: BookShape & { tickets?: number }, options: WorkspaceOptions) {
  const company = aBareCompany(shape, options);
  setUp(company);
  employ(company);
  if (tickets > 0) {
    const rows = Array.from({ length: tickets }, (_, index) => [`Issue ${index + 1}`, "Open", "Medium", BEN]);
    company.ana.paste("Tickets", "B2", rows);
  }
  return company.workspace.snapshot();
}

/** Enters Ana and Ben in People as agents, in rows 3 and 4, as though they had stood there when the desk was made: History has no event of it. */
function employ(company: Company): void {
  apiWrite(company.book, { sheet: "People", a1: "A3:C4" }, [
    [ANA, "", "agent"],
    [BEN, "", "agent"],
  ]);
  const properties = company.project.stores.propertiesOf(`document:${company.book.id}`);
  for (const key of [...properties.keys()]) if (/^roles/.test(key)) properties.delete(key);
  setUp(company);
}

/** A company that has the add-on in an empty spreadsheet and has not set it up. */
export function aBareCompany(shape: BookShape = {}, options: WorkspaceOptions = {}): Company {
  const { workspace, book, project } = openProduct(shape, { owner: OWNER, ...options });
  return new Company(workspace, book, project);
}

/** The company that a snapshot was made of; what could be undone then can't be any more. */
export function reopened(snapshot: Uint8Array): Company {
  const workspace = Workspace.restore(snapshot);
  const [book] = [...workspace.books.values()];
  const [project] = workspace.projects;
  if (!book || !project) throw new Error("The snapshot has no book or no project.");
  return new Company(workspace, book, project);
}

/** A spreadsheet with the add-on, and three people who open it, with the sidebar, when they are first needed. */
export class Company {
  private readonly windows = new Map<string, BookWindow>();

  constructor(
    readonly workspace: Workspace,
    readonly book: Book,
    readonly project: Project,
  ) {}

  get owner(): BookWindow {
    return this.window(OWNER);
  }
  get ana(): BookWindow {
    return this.window(ANA);
  }
  get ben(): BookWindow {
    return this.window(BEN);
  }

  private window(email: string): BookWindow {
    const window = this.windows.get(email) ?? openWindow(this, email);
    this.windows.set(email, window);
    return window;
  }
}

/** Somebody who has had book and sidebar open for a while. */
function openWindow({ workspace, book, project }: Company, email: string, options?: PersonOptions): BookWindow {
  const window = new BookWindow(workspace, workspace.person(email, options), book);
  window.showSidebar(project.id, { title: "Helpdesk", html: "", width: 300 });
  return window;
}

/** Somebody else than the three, whom Google may hide. */
export const guest = (company: Company, email: string, options?: PersonOptions): BookWindow =>
  openWindow(company, email, options);

/** Somebody opens the book, chooses "Set up" and acknowledges what it says: the sentence. */
export function setUp({ workspace, book }: Company, email = OWNER): string {
  const window = workspace.person(email).open(book);
  const { error } = window.clickMenu("Helpdesk", "Set up");
  if (error) throw error;
  return window.questions[0]?.text ?? "";
}

/** "Verify history", as from the sidebar: its last sentence and what it names. */
export function verify(company: Pick<Company, "owner">): { text: string; differences: string[] } {
  for (let isFresh = true; ; isFresh = false) {
    const outcome = company.owner.call("sidebarVerify", { isFresh });
    if (outcome.error) throw outcome.error;
    const { data } = JSON.parse(String(outcome.value)) as {
      data: { done: boolean; text: string; differences: { sentence: string }[] };
    };
    if (data.done) return { text: data.text, differences: data.differences.map(({ sentence }) => sentence) };
  }
}

/** What a call of the sidebar answers: its data, or the problem that it names. */
export function ask(window: BookWindow, name: string, question: object): Record<string, unknown> {
  const outcome = window.call(name, question);
  if (outcome.error) throw outcome.error;
  const answer = JSON.parse(String(outcome.value)) as { ok: boolean; data: unknown; problem: unknown };
  return { ok: answer.ok, ...(answer.ok ? { data: answer.data } : { problem: answer.problem }) };
}
