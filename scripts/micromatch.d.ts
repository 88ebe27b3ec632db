declare module "micromatch" {
  const micromatch: {
    not(list: readonly string[], patterns: readonly string[], options?: { dot?: boolean }): string[];
  };
  export default micromatch;
}
