import type { ExecutionRecord } from "../../test/emulator/core/outcome.ts";
import type { ExecutionView } from "./protocol.ts";

const MOST = 300;

/** The newest executions, newest first, as a developer wants to see them. */
export function executionViews(records: readonly ExecutionRecord[]): ExecutionView[] {
  const from = Math.max(0, records.length - MOST);
  return records
    .slice(from)
    .map((record, at) => viewOf(record, from + at))
    .reverse();
}

function viewOf(record: ExecutionRecord, index: number): ExecutionView {
  const calls = Object.entries(record.calls).sort(([, a], [, b]) => b - a);
  return {
    index,
    at: record.startedAt,
    name: record.functionName,
    kind: record.trigger,
    user: record.user,
    outcome: record.killed ? "Killed" : record.error ? "Failed" : "Completed",
    error: record.error ? `${record.error.name}: ${record.error.message}` : null,
    log: record.log.slice(0, 200),
    warnings: record.warnings,
    calls,
    callCount: record.callCount,
    modelledMs: record.modelledMs,
    cpuMs: record.cpuMs,
  };
}
