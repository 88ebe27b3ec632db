import { minutesInWords } from "../../domain/explanation/in-words.ts";
import type { Line } from "../../domain/explanation/lines.ts";
import { inWords } from "../desk-clock.ts";
import type { DeskView } from "../desk-view.ts";

const KINDS = { counted: "Counted", paused: "Paused", solved: "Solved", closed: "Closed", rule: "" };

/** The strip in words: every stretch with its rule; what was put together opens. */
export function ExplainedLines({ lines, desk }: { lines: readonly Line[]; desk: DeskView }) {
  return (
    <ol class="lines">
      {lines.map((line, index) => (
        <li key={index} class={line.kind}>
          {line.kind === "rule" ? <Rule line={line} desk={desk} /> : <Stretch line={line} desk={desk} />}
        </li>
      ))}
    </ol>
  );
}

function Rule({ line, desk }: { line: Line; desk: DeskView }) {
  return (
    <>
      <span class="small">{inWords(line.fromAt, desk.clock)}</span>
      <p>{line.because}</p>
    </>
  );
}

function Stretch({ line, desk }: { line: Line; desk: DeskView }) {
  const { kind, fromAt, toAt, workingMs, minutes, because, parts } = line;
  const head = (
    <>
      <b>
        {KINDS[kind]}
        {workingMs > 0 && ` ${minutesInWords(minutes)}`}
      </b>{" "}
      <span class="small">
        {inWords(fromAt, desk.clock)} – {sameDay(line, desk) ? timeOf(toAt, desk) : inWords(toAt, desk.clock)}
      </span>
    </>
  );
  if (!parts) {
    return (
      <>
        {head}
        <p class="small">{because}</p>
      </>
    );
  }
  return (
    <>
      {head}
      <p class="small">{because}</p>
      <details>
        <summary class="small">Day by day</summary>
        <ExplainedLines lines={parts} desk={desk} />
      </details>
    </>
  );
}

const dayOf = (at: number, { clock }: DeskView): string => inWords(at, clock).split(",")[0] ?? "";
const timeOf = (at: number, { clock }: DeskView): string => inWords(at, clock).split(", ")[1] ?? "";
const sameDay = ({ fromAt, toAt }: Line, desk: DeskView): boolean => dayOf(fromAt, desk) === dayOf(toAt, desk);
