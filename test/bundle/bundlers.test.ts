import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import GasPlugin from "gas-webpack-plugin";
import webpack from "webpack";
import { entryStubs } from "../../scripts/gas-entry-plugin.ts";
import { MINIATURE } from "../support/build.ts";

/** What webpack with gas-webpack-plugin puts ahead of the same entry. */
async function webpackStubs(entry: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "sheetdesk-webpack-"));
  const compiler = webpack({
    mode: "none",
    target: ["web", "es2020"],
    context: process.cwd(),
    entry: resolve(entry),
    output: { path: outDir, filename: "Code.js" },
    resolve: { extensions: [".ts", ".js"] },
    module: { rules: [{ test: /\.ts$/, use: resolve("test/support/strip-types-loader.cjs") }] },
    plugins: [new GasPlugin({ comment: true })],
  });
  await new Promise<void>((done, fail) => {
    compiler.run((error, stats) => {
      if (error ?? stats?.hasErrors()) fail(error ?? new Error(stats?.toString("errors-only")));
      else compiler.close(() => done());
    });
  });
  const code = readFileSync(join(outDir, "Code.js"), "utf8");
  rmSync(outDir, { recursive: true });
  return code.slice(0, code.indexOf("/******/"));
}

test.each([MINIATURE.entry, "src/main.ts"])(
  "esbuild's stubs of %s are gas-webpack-plugin's",
  async (entry) => {
    const ours = entryStubs(entry, readFileSync(entry, "utf8"));
    const theirs = await webpackStubs(entry);
    expect(theirs).toContain("function onOpen(");
    expect(ours.trim()).toBe(theirs.trim());
  },
  60_000, // webpack transpiles every file by itself
);
