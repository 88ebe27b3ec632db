/** What Google may call by name: the bundler makes a top-level function of each assignment. */
declare const global: Record<import("./domain/roles/may.ts").GoogleFunction, (...args: never[]) => unknown>;
