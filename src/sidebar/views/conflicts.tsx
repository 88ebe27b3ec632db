import type { FieldConflict } from "../../domain/ticket/field-conflict.ts";
import { inWords } from "../desk-clock.ts";
import type { DeskView } from "../desk-view.ts";

const LABELS: Readonly<Record<string, string>> = { status: "Status", priority: "Priority", assignee: "Assignee" };

interface ConflictsProps {
  desk: DeskView;
  conflicts: readonly FieldConflict[];
  onChoose: (conflict: FieldConflict, isMine: boolean) => void;
}

/** Fields that another has set otherwise since they were shown here: both are shown, and one is chosen. */
export function Conflicts({ desk, conflicts, onChoose }: ConflictsProps) {
  return (
    <>
      {conflicts.map((conflict) => {
        const { field, yours, theirs, by, at } = conflict;
        const label = LABELS[field] ?? field;
        const name = (value: string): string => (value === "" ? "nobody" : desk.nameOf(value) || value);
        const who = by === "unknown" ? "Somebody" : desk.nameOf(by) || by;
        return (
          <div key={field} class="notice" role="group" aria-label={`${label}: two changes`}>
            <p>
              {who} set {label} to <b>{name(theirs)}</b>
              {at > 0 && `, ${inWords(at, desk.clock)}`}. You chose <b>{name(yours)}</b>.
            </p>
            <div class="actions">
              <button type="button" class="link" onClick={() => onChoose(conflict, false)}>
                Keep {name(theirs)}
              </button>
              <button type="button" class="link" onClick={() => onChoose(conflict, true)}>
                Use {name(yours)}
              </button>
            </div>
          </div>
        );
      })}
    </>
  );
}
