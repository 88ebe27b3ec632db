import type { JSX } from "preact";
import { complain, toast, update, useApp } from "./app.ts";
import { post } from "./link.ts";
import { freshPage } from "./restart.ts";

const MINUTE = 60_000;
const STEPS = [
  ["+1 min", MINUTE, "Let one minute pass"],
  ["+1 hour", 60 * MINUTE, "Let one hour pass"],
  ["+1 day", 24 * 60 * MINUTE, "Let one day pass"],
] as const;

/** What Google Sheets does not have: the clock, who one is, mail that was sent, what scripts did. */
export function Strip(): JSX.Element | null {
  const { strip, desk, panel, running } = useApp();
  if (!strip) return null;
  const toggle = (which: "mail" | "log"): void => update({ panel: panel === which ? null : which });
  return (
    <section class="strip" aria-label="Local Workspace">
      <span class="brand">Local Workspace</span>
      <time dateTime={new Date(strip.now).toISOString()} title={strip.timeZone}>
        {clockText(strip.now, strip.timeZone)}
      </time>
      {strip.passing ? (
        <Passing now={strip.now} {...strip.passing} />
      ) : (
        <Clock isBusy={running !== null} timeZone={strip.timeZone} />
      )}
      <label>
        I am
        <select value={desk?.person ?? ""} onChange={(event) => void become(event.currentTarget.value)}>
          {strip.people.map(({ email, label }) => (
            <option key={email} value={email}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <span class="space" />
      <button type="button" aria-pressed={panel === "mail"} onClick={() => toggle("mail")}>
        Mail sent <b>{strip.mails}</b>
      </button>
      <button type="button" aria-pressed={panel === "log"} onClick={() => toggle("log")}>
        Executions <b>{strip.executions}</b>
      </button>
    </section>
  );
}

function Clock(props: { isBusy: boolean; timeZone: string }): JSX.Element {
  return (
    <div class="group" role="group" aria-label="Clock">
      {STEPS.map(([caption, ms, what]) => (
        <button
          key={caption}
          type="button"
          title={what}
          disabled={props.isBusy}
          onClick={() => void letPass(ms, props.timeZone)}
        >
          {caption}
        </button>
      ))}
    </div>
  );
}

/** How far time has come, and a way to stop it. */
function Passing(props: { from: number; until: number; now: number }): JSX.Element {
  const { from, until, now } = props;
  const done = Math.min(100, Math.round((100 * (now - from)) / (until - from)));
  return (
    <div class="passing" role="group" aria-label="Clock">
      <progress aria-label="Time is passing, timers run" max={100} value={done} />
      <span>{done} %</span>
      <button type="button" title="What the timers did so far stays" onClick={() => void post("/stop-time", {})}>
        Stop
      </button>
    </div>
  );
}

/** One's page goes on meanwhile: the server takes edits between the runs of two timers. */
async function letPass(ms: number, timeZone: string): Promise<void> {
  const answer = await post("/advance", { ms });
  if (!answer.ok) return complain(answer.sentence);
  const { stoppedAt } = answer.value as { stoppedAt: number | null };
  if (stoppedAt === null) return;
  toast("Time stands still", `It is ${clockText(stoppedAt, timeZone)}. What the timers did until then stays.`);
}

export function clockText(now: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(now);
}

async function become(email: string): Promise<void> {
  const answer = await post("/person", { email });
  if (!answer.ok) return complain(answer.sentence);
  sessionStorage.setItem("person", email);
  freshPage(answer);
}
