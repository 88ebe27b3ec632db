/** The shared transform keeps TypeScript as it is written; type errors are tsc's business. */
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  transform: { "^.+\\.tsx?$": ["ts-jest", { tsconfig: "test/tsconfig.jest.json" }] },
  testEnvironment: "node",
  reporters: ["default", "<rootDir>/test/plain-line-reporter.cjs"],
};
