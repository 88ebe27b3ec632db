/**
 * The shared transform keeps TypeScript as it is written; type errors are tsc's business. hucre, preact and
 * the hash library come as ES modules only, which jest can't require, so they are transformed as well.
 */
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  transform: {
    "^.+\\.tsx?$|/node_modules/(hucre|@noble|preact)/.+\\.m?js$": ["ts-jest", { tsconfig: "test/tsconfig.jest.json" }],
  },
  transformIgnorePatterns: ["/node_modules/(?!hucre/|@noble/|preact/)"],
  testEnvironment: "node",
  reporters: ["default", "<rootDir>/test/plain-line-reporter.cjs"],
};
