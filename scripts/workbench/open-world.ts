import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Workspace } from "../../test/emulator/workspace.ts";
import { makeDemo } from "../demo/demo.ts";
import { DESK, OWNER, VISITORS } from "../demo/people.ts";
import type { ThreadOptions } from "./messages.ts";
import { importBook } from "./book-files.ts";
import { readProject, type ProjectSource } from "./project-source.ts";
import type { PersonView } from "./protocol.ts";
import { keep } from "./saver.ts";
import { World } from "./world.ts";

const VISITOR_VIEWS: PersonView[] = [VISITORS.requester, VISITORS.stranger, VISITORS.anonymous];

export interface Opening {
  tell: (line: string) => void;
  /** Whether what was kept from an earlier session is left aside. */
  fresh: boolean;
}

/** Opens what was kept; else the file, or the demo company, as it is at first. */
export async function openWorld(options: ThreadOptions, opening: Opening): Promise<World> {
  const source = readProject(options.project);
  const start = options.file ? fileStart(options.file) : demoStart(options, source);
  const statePath = join(options.state, `${start.name}.snapshot`);
  const from = { people: peopleOf(options), fileName: start.fileName, statePath };
  const kept = opening.fresh ? undefined : bytesAt(statePath);
  const workspace = kept ? restored(kept, statePath) : await start.make(options, { source, tell: opening.tell });
  if (kept) opening.tell("Carrying on where you left off (File > Start over begins again).");
  const [book] = workspace.books.values();
  const [project] = workspace.projects;
  if (!book || !project)
    throw new Error(`The kept state ${statePath} holds no spreadsheet. Delete it and start again.`);
  workspace.showsUnknownFormulas = true; // else one such cell would stop the whole desk
  project.save(source.files, source.manifest);
  if (!kept) keep(statePath, workspace.snapshot());
  return new World(workspace, book, project, from);
}

function restored(bytes: Uint8Array, path: string): Workspace {
  try {
    return Workspace.restore(bytes);
  } catch (error) {
    throw new Error(`The kept state cannot be read (${String(error)}). Delete ${path} to begin again.`);
  }
}

interface Start {
  name: string;
  fileName: string;
  make(options: ThreadOptions, how: { source: ProjectSource; tell: (line: string) => void }): Promise<Workspace>;
}

/** A file's state is kept by its contents: a changed file begins anew. */
function fileStart(path: string): Start {
  const bytes = readSpreadsheet(path);
  const fileName = basename(path);
  return {
    name: `${fileName.replace(/[^\w.-]/g, "_")}-${digest(bytes)}`,
    fileName,
    make: async ({ now }, { source }) => {
      const workspace = new Workspace({ now, owner: OWNER });
      const container = await importBook(workspace, fileName, bytes);
      workspace.addProject({ ...source, container });
      return workspace;
    },
  };
}

function readSpreadsheet(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path} can't be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
}

/** The demo is made once for each build of the script and then kept. */
function demoStart(options: ThreadOptions, source: ProjectSource): Start {
  return {
    name: options.demo ? "demo" : "empty",
    fileName: "",
    make: ({ state, now, demo }, { tell }) => {
      if (!demo) return Promise.resolve(emptyWorkspace(now, source));
      const path = join(state, `demo-${digest(JSON.stringify(source))}.start`);
      const bytes = bytesAt(path) ?? keepDemo(path, makeDemo(source, tell));
      return Promise.resolve(Workspace.restore(bytes));
    },
  };
}

/** One is enough: those of earlier builds go. */
function keepDemo(path: string, demo: Workspace): Uint8Array {
  const folder = dirname(path);
  const bytes = keep(path, demo.snapshot());
  for (const name of readdirSync(folder)) {
    if (/^demo-\w+\.start$/.test(name) && name !== basename(path)) rmSync(join(folder, name));
  }
  return bytes;
}

function emptyWorkspace(now: number, source: ProjectSource): Workspace {
  const workspace = new Workspace({ now, owner: OWNER });
  workspace.addProject({ ...source, container: workspace.createSpreadsheet({ name: "Untitled spreadsheet" }) });
  return workspace;
}

function peopleOf({ file, demo }: ThreadOptions): PersonView[] {
  const desk = DESK.map(({ email, name, role }, index) => ({
    email,
    label: `${name} (${index === 0 ? "owner" : role})`,
    identity: "visible" as const,
  }));
  return [...(file !== null || !demo ? desk.slice(0, 2) : desk), ...VISITOR_VIEWS];
}

const digest = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex").slice(0, 12);
const bytesAt = (path: string): Uint8Array | undefined => (existsSync(path) ? readFileSync(path) : undefined);
