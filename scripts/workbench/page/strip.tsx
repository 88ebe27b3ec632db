import type { JSX } from "preact";
import { update, useApp } from "./app.ts";
import type { Commands } from "./commands.ts";
import { post } from "./link.ts";
import { complain } from "./app.ts";
import { freshPage } from "./restart.ts";

const MINUTE = 60_000;
const STEPS = [
  ["+1 min", MINUTE, "Let one minute pass"],
  ["+1 hour", 60 * MINUTE, "Let one hour pass"],
  ["+1 day", 24 * 60 * MINUTE, "Let one day pass"],
] as const;

/** What Google Sheets does not have: the clock, who one is, mail that was sent, what scripts did. */
export function Strip(props: { commands: Commands }): JSX.Element | null {
  const { strip, desk, panel, running } = useApp();
  if (!strip) return null;
  const toggle = (which: "mail" | "log"): void => update({ panel: panel === which ? null : which });
  return (
    <section class="strip" aria-label="Local Workspace">
      <span class="brand">Local Workspace</span>
      <time dateTime={new Date(strip.now).toISOString()} title={strip.timeZone}>
        {clockText(strip.now, strip.timeZone)}
      </time>
      <div class="group" role="group" aria-label="Clock">
        {STEPS.map(([caption, ms, what]) => (
          <button
            key={caption}
            type="button"
            title={what}
            disabled={running !== null}
            onClick={() => void props.commands.send({ kind: "advance", ms })}
          >
            {caption}
          </button>
        ))}
      </div>
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
