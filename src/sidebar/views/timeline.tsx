import type { TimelineEntry } from "../api.ts";
import { type DeskClock, inWords } from "../desk-clock.ts";
import { LongText } from "../parts/long-text.tsx";

/** What happened to a ticket, the newest on top. */
export function Timeline({ entries, clock }: { entries: readonly TimelineEntry[]; clock: DeskClock }) {
  const newestFirst = [...entries].reverse();
  return (
    <section>
      <h3>History</h3>
      {newestFirst.length === 0 && <p class="small">Nothing is recorded yet.</p>}
      <ol class="timeline">
        {newestFirst.map((entry, index) => (
          <li key={newestFirst.length - index}>
            <p class="small">
              {inWords(entry.at, clock)} · {entry.actor || "unknown"}
              {entry.source && ` · ${entry.source}`}
            </p>
            <What entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const SHORT = 60;

/** Short values as "before → after" on a line, long ones as the text they are now. */
function What({ entry: { what, before, after } }: { entry: TimelineEntry }) {
  if (before === null && (after === null || after === "")) return <b>{what}</b>;
  const isShort = (before ?? "").length <= SHORT && (after ?? "").length <= SHORT;
  if (before !== null && isShort) {
    return (
      <p>
        <b>{what}</b> {before ? <del>{before}</del> : <span class="small">empty</span>} →{" "}
        {after || <span class="small">empty</span>}
      </p>
    );
  }
  return (
    <>
      <b>{what}</b>
      <LongText text={after ?? ""} />
      {before && (
        <details>
          <summary class="small">Before</summary>
          <LongText text={before} />
        </details>
      )}
    </>
  );
}
