const ts = require("typescript");

/** webpack's way to read TypeScript in the test that compares the two bundlers. */
module.exports = function stripTypes(source) {
  return ts.transpileModule(source, {
    fileName: this.resourcePath,
    compilerOptions: { target: "es2020", module: "esnext", rewriteRelativeImportExtensions: false },
  }).outputText;
};
