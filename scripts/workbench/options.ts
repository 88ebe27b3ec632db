import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface Options {
  file: string | null;
  port: number;
  opens: boolean;
  /** A folder with an Apps Script project to run instead of the product's own dist/. */
  project: string | null;
  state: string;
  isEmpty: boolean;
}

const USUAL_PORT = 8127;

/** Reads the command line; throws a sentence where it cannot be followed. */
export function readOptions(args: string[], root: string): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      open: { type: "boolean", default: false },
      "no-open": { type: "boolean", default: false },
      empty: { type: "boolean", default: false },
      port: { type: "string", default: String(USUAL_PORT) },
      project: { type: "string" },
      state: { type: "string", default: join(root, ".workspace") },
    },
  });
  const file = positionals[0] === undefined ? null : resolve(positionals[0]);
  if (file !== null && !existsSync(file)) throw new Error(`There is no file ${file}.`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is not a port number.`);
  const project = values.project === undefined ? null : resolve(values.project);
  return { file, port, opens: values.open, project, state: resolve(values.state), isEmpty: values.empty };
}
