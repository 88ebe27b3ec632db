interface TickProps {
  name: string;
  label: string;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
}

/** A box to tick, with what it says beside it. */
export function Tick({ name, label, isTicked, onTick }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} checked={isTicked} onChange={(event) => onTick(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
