import type { TimelineEntry } from "../api.ts";
import { inWords } from "../desk-clock.ts";
import type { DeskView } from "../desk-view.ts";
import { LongText } from "../parts/long-text.tsx";

/** What happened to a ticket, the newest on top. */
export function Timeline({ entries, desk }: { entries: readonly TimelineEntry[]; desk: DeskView }) {
  const newestFirst = [...entries].reverse();
  return (
    <section>
      <h3>History</h3>
      {newestFirst.length === 0 && <p class="small">Nothing is recorded yet.</p>}
      <ol class="timeline">
        {newestFirst.map((entry, index) => (
          <li key={newestFirst.length - index}>
            <p class="small">
              {inWords(entry.at, desk.clock)} · {desk.nameOf(entry.actor) || "unknown"}
              {entry.source && ` · ${entry.source}`}
            </p>
            <What {...entry} nameOf={desk.nameOf} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const SHORT = 60;

/** Short values as "before → after" on a line, long ones as the text they are now. */
function What({ what, before, after, nameOf }: TimelineEntry & Pick<DeskView, "nameOf">) {
  if (before === null && (after === null || after === "")) return <b>{what}</b>;
  const isShort = (before ?? "").length <= SHORT && (after ?? "").length <= SHORT;
  if (before !== null && isShort) {
    return (
      <p>
        <b>{what}</b> {before ? <del>{nameOf(before)}</del> : <span class="small">empty</span>} →{" "}
        {nameOf(after ?? "") || <span class="small">empty</span>}
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
