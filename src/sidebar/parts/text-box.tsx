import { Field } from "./field.tsx";

interface TextBoxProps {
  name: string;
  label: string;
  placeholder: string;
  error: string | undefined;
  hint: string | undefined;
  value: string;
  onInput: (value: string) => void;
}

/** A line of text under its label. */
export function TextBox({ name, label, placeholder, error, hint, value, onInput }: TextBoxProps) {
  return (
    <Field {...{ name, label, error, hint }}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          autocomplete="off"
          placeholder={placeholder}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
