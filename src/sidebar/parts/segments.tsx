interface SegmentsProps {
  name: string;
  label: string;
  error: string | undefined;
  value: string;
  choices: readonly string[];
  onChoose: (value: string) => void;
}

/** A few choices side by side; one stop for Tab, arrows choose. */
export function Segments({ name, label, error, value, choices, onChoose }: SegmentsProps) {
  const errorId = error === undefined ? undefined : `${name}-remark`;
  return (
    <fieldset aria-describedby={errorId}>
      <legend>{label}</legend>
      <div class="segments">
        {choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              value={choice}
              checked={choice === value}
              onChange={() => onChoose(choice)}
            />
            {choice}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={errorId} class="error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
