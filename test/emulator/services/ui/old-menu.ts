import type { Execution } from "../../core/execution.ts";

/** An entry of Spreadsheet.addMenu; null is a separator. */
export type OldMenuItem = { name: string; functionName: string } | null;

/** The menus of old scripts (Spreadsheet.addMenu, updateMenu): nothing happens where nobody looks. */
export function showOldMenu({ window, project }: Execution, title: string, entries: OldMenuItem[]): void {
  const items = entries.map((entry) => {
    return entry === null ? { separator: true as const } : { caption: entry.name, functionName: entry.functionName };
  });
  window?.addMenu(project.id, { title, items });
}
