/**
 * The shared transform keeps TypeScript as it is written; type errors are tsc's business. hucre comes as ES modules only,
 * which jest can't require, so it is transformed as well.
 */
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  transform: { "^.+\\.tsx?$|/node_modules/hucre/.+\\.mjs$": ["ts-jest", { tsconfig: "test/tsconfig.jest.json" }] },
  transformIgnorePatterns: ["/node_modules/(?!hucre/)"],
  testEnvironment: "node",
  reporters: ["default", "<rootDir>/test/plain-line-reporter.cjs"],
};
