import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { LONGEST_REASON } from "../../domain/deadline/override.ts";
import type { Explanation } from "../../domain/explanation/explain-ticket.ts";
import type { ProblemShown } from "../api.ts";
import type { DeskView } from "../desk-view.ts";
import {
  type ChangeableClock,
  CHOICE_WORDS,
  choicesFor,
  meaningOf,
  type OverrideDraft,
  readTarget,
  targetHint,
} from "../override-draft.ts";
import { Button } from "../parts/button.tsx";
import { ProblemNotice } from "../parts/notice.tsx";
import { Segments } from "../parts/segments.tsx";
import { TextBox } from "../parts/text-box.tsx";
import { onSaveKeys } from "../save-keys.ts";
import { ask, newRequestId } from "../server.ts";

interface FormProps {
  clock: ChangeableClock;
  explanation: Explanation;
  desk: DeskView;
  close: () => void;
  onSaved: (explanation: Explanation) => void;
}

const OWN_FIELDS = ["choice", "targetMinutes", "reason"];

/** A lead gives a clock more time, excludes it, or takes that back; what it would do is said before it is saved. */
export function OverrideForm({ clock, explanation, desk, close, onSaved }: FormProps) {
  const { draft, set, problem, isSaving, save } = useOverride({ clock, explanation, onSaved });
  const errorOf = (field: string): string | undefined => (problem?.field === field ? problem.sentence : undefined);
  const isElsewhere = problem && !OWN_FIELDS.includes(problem.field ?? "");
  const choices = CHOICE_WORDS.filter(({ choice }) => choicesFor(clock).includes(choice));
  const named = (field: string): string => `${field}-${clock.metric}`; // several forms may be open
  const onKeyDown = onSaveKeys(save);
  return (
    <form
      aria-label={`Change this deadline: ${clock.title}`}
      aria-busy={isSaving}
      class="change"
      noValidate
      onKeyDown={(event) => (event.key === "Escape" ? close() : onKeyDown(event))}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isElsewhere && <ProblemNotice problem={problem} isOfForm />}
      <Segments
        name={named("choice")}
        label="What becomes of it"
        error={errorOf("choice")}
        value={choices.find(({ choice }) => choice === draft.choice)?.text ?? ""}
        choices={choices.map(({ text }) => text)}
        onChoose={(text) => set({ choice: choices.find((one) => one.text === text)?.choice ?? draft.choice })}
      />
      <p class="small">{meaningOf(draft.choice, clock)}</p>
      {draft.choice === "more" && (
        <TextBox
          {...{ name: named("target"), label: "New target", placeholder: "+4 h", error: errorOf("targetMinutes") }}
          hint={targetHint(draft.target, clock, { ahead: explanation.ahead, desk: desk.clock })}
          value={draft.target}
          onInput={(target) => set({ target })}
        />
      )}
      <TextBox
        {...{ name: named("reason"), label: "Reason", placeholder: "Kept with your name", error: errorOf("reason") }}
        hint={
          draft.reason.length > LONGEST_REASON - 100
            ? `${draft.reason.length} of ${LONGEST_REASON} characters`
            : undefined
        }
        value={draft.reason}
        onInput={(reason) => set({ reason })}
      />
      <Actions isSaving={isSaving}>
        <Button onClick={close}>Cancel</Button>
      </Actions>
    </form>
  );
}

function Actions({ isSaving, children }: { isSaving: boolean; children: ComponentChildren }) {
  return (
    <div class="actions">
      <Button isPrimary type="submit" isWaiting={isSaving}>
        {isSaving ? "Saving …" : "Save"}
      </Button>
      {children}
      <span class="small">
        <kbd>Ctrl</kbd> <kbd>Enter</kbd>
      </span>
    </div>
  );
}

function useOverride({
  clock,
  explanation: { ticketId },
  onSaved,
}: Pick<FormProps, "clock" | "explanation" | "onSaved">) {
  const [draft, setDraft] = useState<OverrideDraft>({ choice: choicesFor(clock)[0] ?? "back", target: "", reason: "" });
  const [requestId] = useState(newRequestId);
  const [problem, setProblem] = useState<ProblemShown>();
  const [isSaving, setIsSaving] = useState(false);
  const isUnderWay = useRef(false);

  const set = (part: Partial<OverrideDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setProblem(undefined);
  };
  const save = async (): Promise<void> => {
    if (isUnderWay.current) return;
    const read = draft.choice === "more" ? readTarget(draft.target, clock) : { minutes: 0 };
    if ("sentence" in read)
      return setProblem({ kind: "invalid-input", sentence: read.sentence, field: "targetMinutes" });
    isUnderWay.current = true;
    setIsSaving(true);
    setProblem(undefined);
    const { choice, reason } = draft;
    const wish = { clock: clock.metric, startAt: clock.startAt, choice, targetMinutes: read.minutes, reason };
    const answer = await ask("sidebarOverride", { requestId, ticketId, ...wish });
    isUnderWay.current = false;
    setIsSaving(false);
    if (answer.ok) onSaved(answer.data);
    else setProblem(answer.problem);
  };
  return { draft, set, problem, isSaving, save: () => void save() };
}
