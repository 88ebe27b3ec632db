import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const PURE = ["src/domain/**/*.ts", "src/use-cases/**/*.ts"];

export default defineConfig(
  { ignores: ["dist", "coverage", "node_modules", ".workspace"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/sidebar/**"],
    rules: { "no-restricted-globals": ["error", "fetch", "window", "setTimeout"] },
  },
  {
    files: PURE,
    rules: {
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Time is an argument." },
      ],
    },
  },
  { files: ["**/*.{js,mjs,cjs}"], ...tseslint.configs.disableTypeChecked },
  // A script project is loaded as Apps Script loads it: by the names of its functions.
  { files: ["test/fixtures/workbench/*.js"], rules: { "@typescript-eslint/no-unused-vars": "off" } },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
