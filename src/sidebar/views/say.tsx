import type { TicketShown } from "../api.ts";
import type { DeskView } from "../desk-view.ts";
import { happenedHint } from "../happened-at.ts";
import { Field } from "../parts/field.tsx";
import { Segments } from "../parts/segments.tsx";
import { TextBox } from "../parts/text-box.tsx";
import { effectOf, isSomething, SAID_WORDS, type SaidDraft } from "../said-draft.ts";

interface SayProps {
  desk: DeskView;
  ticket: TicketShown;
  draft: SaidDraft;
  set: (changes: Partial<SaidDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

/** What somebody adds to a ticket of their own. */
export function Write({ ticket, draft, set, errorOf }: Omit<SayProps, "desk">) {
  const reopens = ticket.statusCategory === "waiting" || ticket.statusCategory === "resolved";
  const hint = isSomething(draft) && reopens ? effectOf(draft, ticket) : undefined;
  return (
    <Field name="said" label="Your message" error={errorOf("said")} hint={hint}>
      {(attributes) => (
        <textarea
          {...attributes}
          class={draft.kind}
          rows={3}
          placeholder="Whoever works on it reads it here"
          value={draft.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** What is said on a ticket: by whom and to whom is chosen first, since a note must never look like an answer. */
export function Say({ desk, ticket, draft, set, errorOf }: SayProps) {
  const words = SAID_WORDS.find(({ kind }) => kind === draft.kind);
  const choose = (choice: string): void => {
    const chosen = SAID_WORDS.find((each) => each.choice === choice);
    if (chosen) set({ kind: chosen.kind });
  };
  const needsReason = errorOf("lateReason") !== undefined || draft.lateReason !== "";
  return (
    <>
      <Segments
        name="kind"
        label="What was said"
        error={undefined}
        value={words?.choice ?? ""}
        choices={SAID_WORDS.map(({ choice }) => choice)}
        onChoose={choose}
      />
      <Field
        name="said"
        label={words?.label ?? ""}
        error={errorOf("said")}
        hint={isSomething(draft) ? effectOf(draft, ticket) : undefined}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            class={draft.kind}
            rows={3}
            placeholder={words?.placeholder}
            value={draft.text}
            onInput={(event) => set({ text: event.currentTarget.value })}
          />
        )}
      </Field>
      {draft.kind !== "note" && isSomething(draft) && (
        <TextBox
          {...{ name: "happenedAt", label: "Happened at", placeholder: "now", error: errorOf("happenedAt") }}
          hint={happenedHint(draft.happenedAt, desk.clock)}
          value={draft.happenedAt}
          onInput={(happenedAt) => set({ happenedAt })}
        />
      )}
      {draft.kind !== "note" && needsReason && (
        <TextBox
          {...{
            name: "lateReason",
            label: "Why so late",
            placeholder: "",
            error: errorOf("lateReason"),
            hint: undefined,
          }}
          value={draft.lateReason}
          onInput={(lateReason) => set({ lateReason })}
        />
      )}
    </>
  );
}
