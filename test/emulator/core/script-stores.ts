/** What Google keeps for a project between executions. */
export class ScriptStores {
  /** Property stores by "script", "user:EMAIL", "document:ID". */
  readonly properties = new Map<string, Map<string, string>>();
}
