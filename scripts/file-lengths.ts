import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const ROOMS: { folder: string; linesAtMost: number }[] = [
  { folder: "src", linesAtMost: 250 },
  { folder: "test", linesAtMost: 300 },
  { folder: "scripts", linesAtMost: 300 },
];

/** Every file of code that should be split, as "path: 312 lines, at most 250". */
export async function tooLongFiles(): Promise<{ files: number; tooLong: string[] }> {
  const lengths = await Promise.all(ROOMS.map(({ folder, linesAtMost }) => lengthsIn(folder, linesAtMost)));
  const all = lengths.flat();
  const tooLong = all.filter(({ lines, linesAtMost }) => lines > linesAtMost);
  return {
    files: all.length,
    tooLong: tooLong.map(({ path, lines, linesAtMost }) => `${path}: ${lines} lines, at most ${linesAtMost}`),
  };
}

async function lengthsIn(folder: string, linesAtMost: number) {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => /\.(tsx?|[cm]?js|css)$/.test(name)).map((name) => join(folder, name));
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, "utf8");
      return { path, linesAtMost, lines: text.trimEnd().split("\n").length };
    }),
  );
}
