import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** One self-contained HTML from an app in TSX, the styles it imports and the index.html beside it. */
export async function sidebarPage(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: { app: entry },
    outdir: ".",
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: ["chrome111", "firefox115", "safari16"],
    minify: true,
    charset: "ascii",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    // HtmlService takes "//" inside backticks for a comment.
    supported: { "template-literal": false },
    logLevel: "silent",
  });
  const textOf = (extension: string): string =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text.trim() ?? "";
  const frame = await readFile(join(dirname(entry), "index.html"), "utf8");
  // Replaced through functions, so that "$&" in the code stays what it is.
  const page = frame
    .replace("<!-- inline:css -->", () => `<style>${textOf(".css").replace(/<\/style/gi, "<\\/style")}</style>`)
    .replace("<!-- inline:js -->", () => `<script>${escapeScript(textOf(".js"))}</script>`);
  refuseTraps(page);
  return page;
}

/** Inside strings and regular expressions these escapes mean the same; elsewhere in minified code they don't occur. */
function escapeScript(code: string): string {
  return code
    .replace(/<(?=\/script|script|!--)/gi, "\\x3C")
    .replace(/<\?/g, "\\x3C?")
    .replace(/\?>/g, "?\\x3E");
}

/** What HtmlService, or the browser behind it, would read as something else than code. */
function refuseTraps(page: string): void {
  if (/<\?|\?>/.test(page)) throw new Error("Sidebar.html holds a template marker.");
  if ((page.match(/<script/gi) ?? []).length !== 1 || (page.match(/<\/script/gi) ?? []).length !== 1) {
    throw new Error("Sidebar.html must hold exactly one script.");
  }
  if (page.includes("<!--")) throw new Error("Sidebar.html holds a comment, which HtmlService may cut.");
}
