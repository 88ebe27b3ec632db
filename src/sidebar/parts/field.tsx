import type { ComponentChildren } from "preact";

export interface FieldAttributes {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
}

interface FieldProps {
  name: string;
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
  children: (attributes: FieldAttributes) => ComponentChildren;
}

/** A label, its control, and beside it what is wrong or worth knowing, tied together for screen readers. */
export function Field({ name, label, error, hint, children }: FieldProps) {
  const remark = error ?? hint;
  const remarkId = `${name}-remark`;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children({
        id: name,
        name,
        "aria-describedby": remark === undefined ? undefined : remarkId,
        "aria-invalid": error === undefined ? undefined : "true",
      })}
      {remark !== undefined && (
        <p id={remarkId} class={error === undefined ? "hint" : "error"}>
          {remark}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps extends Omit<FieldProps, "children"> {
  value: string;
  choices: readonly { value: string; text: string }[];
  onChoose: (value: string) => void;
}

/** What is set now is offered too, even where the lists don't know it. */
export function Choice({ value, choices, onChoose, ...field }: ChoiceProps) {
  const isKnown = choices.some((choice) => choice.value === value);
  const offered = isKnown ? choices : [{ value, text: value || "–" }, ...choices];
  return (
    <Field {...field}>
      {(attributes) => (
        <select {...attributes} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
          {offered.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export const asChoices = (values: readonly string[]): { value: string; text: string }[] =>
  values.map((value) => ({ value, text: value }));
