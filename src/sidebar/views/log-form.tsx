import type { RefObject } from "preact";
import type { Dispatch, StateUpdater } from "preact/hooks";
import type { ProblemShown } from "../api.ts";
import { isSpoken } from "../../domain/ticket/field.ts";
import type { DeskView } from "../desk-view.ts";
import { happenedHint } from "../happened-at.ts";
import type { LogDraft, LogErrors, LogField } from "../log-draft.ts";
import { Button } from "../parts/button.tsx";
import { asChoices, Choice, Field } from "../parts/field.tsx";
import { ProblemNotice } from "../parts/notice.tsx";
import { RequesterBox } from "../parts/requester-box.tsx";
import { Segments } from "../parts/segments.tsx";
import { TextBox } from "../parts/text-box.tsx";
import { Tick } from "../parts/tick.tsx";
import { isOwnOnly } from "../offered.ts";
import { onSaveKeys } from "../save-keys.ts";

interface FormProps {
  desk: DeskView;
  draft: LogDraft;
  setDraft: Dispatch<StateUpdater<LogDraft>>;
  errors: LogErrors;
  forget: (name: LogField) => void;
  problem: ProblemShown | undefined;
  isSaving: boolean;
  save: () => Promise<void>;
  formRef: RefObject<HTMLFormElement | null>;
}

export function LogForm({ desk, draft, setDraft, errors, forget, problem, isSaving, save, formRef }: FormProps) {
  const { start } = desk;
  const isOwn = isOwnOnly(start);
  const set = <Name extends LogField>(name: Name, value: LogDraft[Name]): void => {
    setDraft((now) => ({ ...now, [name]: value }));
    forget(name);
  };
  const submit = (): void => void save();
  const textBox = (
    name: "subject" | "loggedOnBehalfOf" | "happenedAt" | "lateReason",
    label: string,
    placeholder: string,
    hint?: string,
  ) => (
    <TextBox
      {...{ name, label, placeholder, hint }}
      error={errors[name]}
      value={draft[name]}
      onInput={(value) => set(name, value)}
    />
  );

  return (
    <form
      ref={formRef}
      noValidate
      aria-label="Log a ticket"
      aria-busy={isSaving}
      onKeyDown={onSaveKeys(submit)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 class="quiet">Log a ticket</h2>
      {problem && <ProblemNotice problem={problem} isOfForm />}
      {isOwn ? (
        <p class="small">Requester: {start.agent.name || start.agent.email}</p>
      ) : (
        <Field name="requester" label="Requester" error={errors.requester}>
          {(attributes) => (
            <RequesterBox
              attributes={attributes}
              people={start.people}
              value={draft.requester}
              onChange={(requester) => set("requester", requester)}
            />
          )}
        </Field>
      )}
      {textBox("subject", "Subject", "What is it about?")}
      <Field name="description" label="Description" error={errors.description}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            value={draft.description}
            onInput={(event) => set("description", event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="pair">
        <Choice
          name="category"
          label="Category"
          error={errors.category}
          value={draft.category}
          choices={[{ value: "", text: "–" }, ...asChoices(start.categories)]}
          onChoose={(category) => set("category", category)}
        />
        {!isOwn && (
          <Choice
            name="priority"
            label="Priority"
            error={errors.priority}
            value={draft.priority}
            choices={asChoices(start.priorities)}
            onChoose={(priority) => set("priority", priority)}
          />
        )}
      </div>
      {!isOwn && (
        <Segments
          name="channel"
          label="Channel"
          error={errors.channel}
          value={draft.channel}
          choices={start.channels}
          onChoose={(channel) => set("channel", channel)}
        />
      )}
      {isSpoken(draft.channel) && (
        <Tick
          name="answeredLive"
          label="Answered on the spot: no first response is due"
          isTicked={draft.answeredLive}
          onTick={(answeredLive) => setDraft((now) => ({ ...now, answeredLive }))}
        />
      )}
      {!isOwn && textBox("loggedOnBehalfOf", "Logged on behalf of", "Only if someone else asked you to")}
      {!isOwn && textBox("happenedAt", "Happened at", "now", happenedHint(draft.happenedAt, desk.clock))}
      {(errors.lateReason !== undefined || draft.lateReason !== "") && textBox("lateReason", "Why so late", "")}
      <div class="actions sticky">
        <Button isPrimary type="submit" isWaiting={isSaving}>
          {isSaving ? "Saving …" : "Log ticket"}
        </Button>
        <span class="small">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
      <p class="quiet" role="status">
        {isSaving ? "Saving" : ""}
      </p>
    </form>
  );
}
