import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface Options {
  file: string | null;
  /** Undefined where nobody asked for one. */
  port: number | undefined;
  opens: boolean;
  /** A folder with an Apps Script project to run instead of the product's own dist/. */
  project: string | null;
  state: string;
  isEmpty: boolean;
}

/** Every option of the command line; help.mjs says what each does. */
export const OPTIONS = {
  open: { type: "boolean", default: false },
  "no-open": { type: "boolean", default: false },
  empty: { type: "boolean", default: false },
  port: { type: "string" },
  project: { type: "string" },
  state: { type: "string" },
} as const;

const SEE_HELP = "npm start -- --help lists what there is.";

interface Surroundings {
  /** The project's own folder. */
  root: string;
  env: Record<string, string | undefined>;
  platform: string;
}

/** Reads the command line; throws a sentence where it cannot be followed. */
export function readOptions(args: string[], { root, env, platform }: Surroundings): Options {
  const { values, positionals } = parsed(args);
  if (positionals.length > 1) throw new Error(`Give one file, not ${positionals.length}. ${SEE_HELP}`);
  const from = env["WORKBENCH_CALLED_FROM"] ?? root;
  const given = (path: string | undefined): string | null => (path === undefined ? null : resolve(from, path));
  const file = given(positionals[0]);
  if (file !== null) checkFile(file);
  if (file !== null && values.empty) throw new Error(`Give a file or --empty, not both. ${SEE_HELP}`);
  return {
    file,
    port: values.port === undefined ? undefined : portOf(values.port),
    opens: values.open || (!values["no-open"] && hasDisplay(env, platform)),
    project: given(values.project),
    state: given(values.state) ?? join(root, ".workspace"),
    isEmpty: values.empty,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const unknown = /Unknown option '(-[^' ]+)/.exec(String(error))?.[1];
    if (unknown) throw new Error(`There is no option ${unknown}. ${SEE_HELP}`);
    throw new Error(`${error instanceof Error ? error.message : String(error)}. ${SEE_HELP}`);
  }
}

function checkFile(path: string): void {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`);
  if (!statSync(path).isFile()) throw new Error(`${path} is a folder. Give an .xlsx or a .csv file.`);
  if (/\.(xlsx|csv|tsv|txt)$/i.test(path)) return;
  throw new Error(`${path} can't be opened: give an .xlsx or a .csv file. Spreadsheet programs save as both.`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (text.trim() === "" || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`"${text}" is not a port: give a number from 1 to 65535, or 0 for a free one.`);
  return port;
}

/** Whether somebody sits before this computer's own screen. */
function hasDisplay(env: Surroundings["env"], platform: string): boolean {
  if (env["CI"] || env["SSH_CONNECTION"] || env["SSH_TTY"]) return false;
  return platform === "darwin" || platform === "win32" || Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
}
