import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Asset {
  type: string;
  body: Buffer | string;
}

export interface Page {
  assets: Map<string, Asset>;
  /** Goes into every add-on page, as google.script. */
  frameScript: string;
}

/** The page, bundled when the server starts: nothing is fetched from elsewhere. */
export async function buildPage(root: string): Promise<Page> {
  const folder = join(root, "scripts/workbench/page");
  const { outputFiles } = await build({
    entryPoints: { page: join(folder, "main.tsx"), style: join(folder, "page.css"), frame: join(folder, "frame.ts") },
    bundle: true,
    write: false,
    outdir: "/",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    minify: true,
    logLevel: "error",
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  const assets = new Map<string, Asset>([
    ["/", { type: "text/html; charset=utf-8", body: readFileSync(join(folder, "index.html")) }],
    ["/page.js", { type: "text/javascript; charset=utf-8", body: text("page.js") }],
    ["/page.css", { type: "text/css; charset=utf-8", body: text("style.css") }],
  ]);
  return { assets, frameScript: text("frame.js") };
}
