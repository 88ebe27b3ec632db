import { useRef, useState } from "preact/hooks";
import type { FieldConflict } from "../../domain/ticket/field-conflict.ts";
import type { ProblemShown, TicketShown, TicketUpdate } from "../api.ts";
import type { DeskView } from "../desk-view.ts";
import { Button } from "../parts/button.tsx";
import { asChoices, Choice } from "../parts/field.tsx";
import { ProblemNotice } from "../parts/notice.tsx";
import { isOwnOnly } from "../offered.ts";
import { onSaveKeys } from "../save-keys.ts";
import { isSomething, NOTHING_ASKED, NOTHING_SAID, type SaidDraft, saidToSave, timeProblem } from "../said-draft.ts";
import { ask, newRequestId } from "../server.ts";
import { Conflicts } from "./conflicts.tsx";
import { Say, Write } from "./say.tsx";

interface ChangeProps {
  desk: DeskView;
  ticket: TicketShown;
  /** Set while something is typed or saved. */
  isBusy: { current: boolean };
  onSaved: (ticket: TicketShown) => void;
}

type Changes = TicketUpdate["changes"];

const OWN_FIELDS = ["status", "priority", "assignee", "said", "happenedAt", "lateReason"];

/** Status, priority, assignee and what was said, saved together. */
export function TicketChange({ desk, ticket, isBusy, onSaved }: ChangeProps) {
  const { changes, draft, setDraft, change, settle, problem, outcome, isSaving, save } = useChange({
    desk,
    ticket,
    isBusy,
    onSaved,
  });
  const { statuses, priorities, agents } = desk.start;
  const errorOf = (field: string): string | undefined => (problem?.field === field ? problem.sentence : undefined);
  const isElsewhere = problem && !OWN_FIELDS.includes(problem.field ?? "");
  const people = agents.map(({ email, name }) => ({ value: email, text: name || email }));
  const isNothing = Object.keys(changes).length === 0 && !isSomething(draft);
  const isOwn = isOwnOnly(desk.start);
  return (
    <form
      aria-label={`Change ${ticket.ticketId}`}
      noValidate
      onKeyDown={onSaveKeys(save)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{isOwn ? "Write" : "Change"}</h3>
      {isElsewhere && <ProblemNotice problem={problem} isOfForm />}
      <Conflicts desk={desk} conflicts={problem?.conflicts ?? []} onChoose={settle} />
      {isOwn ? (
        <Write {...{ ticket, draft, errorOf }} set={setDraft} />
      ) : (
        <>
          <div class="pair">
            <Choice
              name="status"
              label="Status"
              error={errorOf("status")}
              value={changes.status ?? ticket.status}
              choices={asChoices(statuses.map(({ name }) => name))}
              onChoose={(status) => change("status", status)}
            />
            <Choice
              name="priority"
              label="Priority"
              error={errorOf("priority")}
              value={changes.priority ?? ticket.priority}
              choices={asChoices(priorities)}
              onChoose={(priority) => change("priority", priority)}
            />
          </div>
          <Choice
            name="assignee"
            label="Assignee"
            error={errorOf("assignee")}
            value={changes.assignee ?? ticket.assignee}
            choices={[{ value: "", text: "Nobody" }, ...people]}
            onChoose={(assignee) => change("assignee", assignee)}
          />
          <Say {...{ desk, ticket, draft, errorOf }} set={setDraft} />
        </>
      )}
      <div class="actions">
        <Button isPrimary type="submit" isWaiting={isSaving || isNothing}>
          {isSaving ? "Saving …" : "Save"}
        </Button>
        <span class="small" role="status">
          {outcome}
        </span>
        {!isNothing && (
          <span class="small">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </span>
        )}
      </div>
    </form>
  );
}

function useChange({ desk, ticket, isBusy, onSaved }: ChangeProps) {
  const [changes, setChanges] = useState<Changes>({});
  /** What stood in the fields when their change was chosen, or when it was last decided against another's. */
  const [seen, setSeen] = useState<Changes>({});
  const empty = isOwnOnly(desk.start) ? NOTHING_ASKED : NOTHING_SAID;
  const [draft, setWhole] = useState(empty);
  const [requestId, setRequestId] = useState(newRequestId);
  const [problem, setProblem] = useState<ProblemShown>();
  const [outcome, setOutcome] = useState("");
  const [isSaving, setIsSaving] = useState(false);
  const isUnderWay = useRef(false);
  const isNothing = Object.keys(changes).length === 0 && !isSomething(draft);
  isBusy.current = isSaving || !isNothing;

  const setDraft = (part: Partial<SaidDraft>): void => {
    setWhole((before) => ({ ...before, ...part }));
    setOutcome("");
  };
  /** Choosing what is set already takes the change back. */
  const change = (field: keyof Changes, value: string): void => {
    const { [field]: _before, ...others } = changes;
    setChanges(value === ticket[field] ? others : { ...others, [field]: value });
    setSeen((before) => ({ [field]: ticket[field], ...before }));
    setOutcome("");
  };
  /** Of two that want a field otherwise: the agent's own choice goes with the next save, or is given up. */
  const settle = ({ field, theirs }: FieldConflict, isMine: boolean): void => {
    const { [field as keyof Changes]: _mine, ...others } = changes;
    if (!isMine) setChanges(others);
    setSeen((before) => ({ ...before, [field]: theirs }));
    setProblem((before) => {
      const conflicts = before?.conflicts?.filter((one) => one.field !== field) ?? [];
      return before && conflicts.length > 0 ? { ...before, conflicts } : undefined;
    });
  };
  const save = async (): Promise<void> => {
    if (isUnderWay.current || isNothing) return;
    const unread = isSomething(draft) ? timeProblem(draft, desk.clock) : undefined;
    setProblem(unread === undefined ? undefined : { kind: "invalid-input", sentence: unread, field: "happenedAt" });
    if (unread !== undefined) return;
    isUnderWay.current = true;
    setIsSaving(true);
    const said = isSomething(draft) ? { said: saidToSave(draft, desk.clock) } : {};
    const answer = await ask("sidebarUpdateTicket", { requestId, ticketId: ticket.ticketId, changes, seen, ...said });
    isUnderWay.current = false;
    setIsSaving(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    setChanges({});
    setSeen({});
    setWhole(empty);
    setRequestId(newRequestId());
    setOutcome("Saved");
    onSaved(answer.data);
  };
  return { changes, draft, setDraft, change, settle, problem, outcome, isSaving, save: () => void save() };
}
