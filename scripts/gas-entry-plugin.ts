import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { generate } from "gas-entry-generator";
import ts from "typescript";

/** esbuild counterpart of gas-webpack-plugin: same generator, stubs go to the banner. */
export function gasEntry(): Plugin {
  return {
    name: "gas-entry",
    async setup(build) {
      const o = build.initialOptions;
      const [entry] = o.entryPoints as string[];
      const { outputText } = ts.transpileModule(await readFile(entry!, "utf8"), {
        fileName: entry!,
        compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext },
      });
      const { entryPointFunctions } = generate(outputText, { comment: true });
      if (!entryPointFunctions.trim() || /function undefined\(/.test(entryPointFunctions))
        throw new Error(`${entry}: no usable "global.x = …" assignment`);
      o.define = { ...o.define, global: "globalThis" };
      o.banner = { ...o.banner, js: `${o.banner?.js ?? ""}${entryPointFunctions}` };
    },
  };
}
