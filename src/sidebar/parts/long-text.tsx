import { useState } from "preact/hooks";

const SHOWN_CHARACTERS = 400;

/** Text as it was written; of a long one the beginning, the rest at a click. */
export function LongText({ text }: { text: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const isLong = text.length > SHOWN_CHARACTERS + 100;
  return (
    <div class="text">
      {isLong && !isWhole ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text}
      {isLong && (
        <button type="button" class="link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? "Show less" : `Show all ${text.length.toLocaleString("en-GB")} characters`}
        </button>
      )}
    </div>
  );
}
