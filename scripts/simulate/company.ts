import { readFileSync } from "node:fs";
import type { LoadedFiles, ProjectFile } from "../../test/emulator/core/script-files.ts";
import { Project } from "../../test/emulator/core/project.ts";
import { BookWindow } from "../../test/emulator/people/book-window.ts";
import type { PersonOptions } from "../../test/emulator/people/person.ts";
import type { Book } from "../../test/emulator/spreadsheet/model/book.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { Workspace } from "../../test/emulator/workspace.ts";

const OWNER = "olga@example.com";
const TICKETS = 6;
const TICKET_ROWS = 16;
const SPARE_ROWS = 3;

export interface Bundle {
  readonly files: readonly ProjectFile[];
  readonly manifest: Record<string, unknown>;
}

/** Who works there; Google hides one of them from scripts. */
const PEOPLE: readonly (readonly [email: string, options: PersonOptions])[] = [
  ["ana@example.com", {}],
  ["ben@example.com", {}],
  ["cleo@elsewhere.example", { identity: "hidden" }],
  [OWNER, {}],
];

/** Reads a built add-on from the folder that the build has made. */
export function bundleIn(folder: string): Bundle {
  const read = (name: string): string => readFileSync(`${folder}/${name}`, "utf8");
  return {
    files: [
      { name: "Code", type: "gs", source: read("Code.js") },
      { name: "Sidebar", type: "html", source: read("Sidebar.html") },
    ],
    manifest: JSON.parse(read("appsscript.json")) as Record<string, unknown>,
  };
}

/** Everybody's windows, the book, and its sheets, by the names they had in the beginning. */
export class Company {
  readonly windows: readonly BookWindow[];
  private readonly sheetIds: ReadonlyMap<string, number>;

  constructor(
    readonly workspace: Workspace,
    readonly book: Book,
    readonly project: Project,
  ) {
    this.sheetIds = new Map(book.grids.map(({ name, id }) => [name, id]));
    this.windows = PEOPLE.map(([email, options]) => {
      const window = new BookWindow(workspace, workspace.person(email, options), book);
      window.showSidebar(project.id, { title: "Helpdesk", html: "", width: 300 });
      return window;
    });
  }

  get owner(): BookWindow {
    return this.windows.find(({ email }) => email === OWNER)!;
  }

  /** A sheet by the name it had in the beginning, whatever it is called now. */
  sheet(name: string): Grid {
    const id = this.sheetIds.get(name);
    const grid = id === undefined ? undefined : this.book.findGrid(id);
    if (!grid) throw new Error(`The sheet ${name} is gone.`);
    return grid;
  }
}

/** Opens the same company again and again: set up once, with a few tickets, one of them deleted. */
export function companies(bundle: Bundle): () => Company {
  const made = setUp(bundle);
  const { files, manifest, loaded } = made.project;
  made.project.save([], manifest); // the bundle isn't kept in every copy: to unpack it would be the dearest step
  const snapshot = made.workspace.snapshot();
  return () => opened(Workspace.restore(snapshot), { files, loaded });
}

function opened(
  workspace: Workspace,
  { files, loaded }: { files: readonly ProjectFile[]; loaded: LoadedFiles },
): Company {
  const [book] = [...workspace.books.values()];
  const [project] = workspace.projects;
  if (!book || !project) throw new Error("The snapshot has no book or no project.");
  Object.assign(project, { files, loaded });
  return new Company(workspace, book, project);
}

function setUp({ files, manifest }: Bundle): { workspace: Workspace; project: Project } {
  const workspace = new Workspace({ owner: OWNER });
  const book = workspace.createSpreadsheet({ name: "Issues", rows: 30, columns: 5 });
  const project = workspace.addProject({ files: [...files], manifest, container: book });
  const owner = workspace.person(OWNER).open(book);
  const { error } = owner.clickMenu("Helpdesk", "Set up");
  if (error) throw error;
  const agents = PEOPLE.filter(([email]) => email !== OWNER).map(([email]) => [email, "", "agent"]);
  owner.paste("People", "A3", agents);
  for (const name of ["SLA", "SLA data", "Sheet1"])
    if (book.grids.some((grid) => grid.name === name)) owner.deleteSheet(name);
  const ana = new BookWindow(workspace, workspace.person("ana@example.com"), book);
  const rows = Array.from({ length: TICKETS }, (_, index) => [
    `Issue ${index + 1}`,
    "Open",
    "Medium",
    "ben@example.com",
  ]);
  ana.paste("Tickets", "B2", rows);
  ana.deleteRows("Tickets", TICKETS + 1, 1);
  workspace.clock.advance(10 * 60_000);
  for (const grid of book.grids) if (grid.name !== "History") trim(owner, grid);
  return { workspace, project };
}

/** Rows that nobody needs only cost time. */
function trim(owner: BookWindow, grid: Grid): void {
  const kept = grid.name === "Tickets" ? TICKET_ROWS : grid.lastRow() + SPARE_ROWS;
  if (grid.maxRows > kept) owner.deleteRows(grid.name, kept + 1, grid.maxRows - kept);
}
