import type { Start } from "../api.ts";
import { isOwnOnly } from "../offered.ts";

const ROLES: Readonly<Record<Start["agent"]["role"], string>> = {
  ...{ lead: "lead", agent: "agent", requester: "requester" },
  nobody: "not in People",
  hidden: "Google does not tell who you are",
};

export function Help({ start }: { start: Start }) {
  return (
    <section>
      <h2>Help</h2>
      {isOwnOnly(start) ? (
        <p>
          Log a ticket: it gets a number. Select its row in Tickets to read what was answered, and to write more. Who
          works on tickets stands in People: a lead enters agents there.
        </p>
      ) : (
        <p>
          Every row of Tickets is a ticket. Work in the sheet or here: each change is recorded with its time and author,
          and a deleted ticket can be restored.
        </p>
      )}
      <h3>Keys</h3>
      <dl class="keys">
        <dt>
          <kbd>Tab</kbd>
        </dt>
        <dd>next field; in Requester, takes the suggestion</dd>
        <dt>
          <kbd>↓</kbd> <kbd>↑</kbd>
        </dt>
        <dd>choose a suggestion, a channel, an entry</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>keep what you typed</dd>
        <dt>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </dt>
        <dd>save, from any field (⌘ Enter on a Mac)</dd>
      </dl>
      {!isOwnOnly(start) && <ForAgents start={start} />}
      <h3>This desk</h3>
      <p class="small">
        You are {start.agent.name || start.agent.email || "not known to the desk"} ({ROLES[start.agent.role]}).
        Sheetdesk {start.version}.
      </p>
    </section>
  );
}

function ForAgents({ start }: { start: Start }) {
  return (
    <>
      <h3>Happened at</h3>
      <p>
        Leave it empty for now, or write 14:30, yesterday 9:15, Fri 16:00, 2 Mar 14:30, 10 min ago. Times are in{" "}
        {start.timeZone}.
      </p>
      <h3>Deadlines</h3>
      <p>
        Explain this deadline shows what it counts, and why. Targets, hours and holidays stand on their own sheets; a
        new target counts for new tickets.
        {start.agent.role === "lead" &&
          " As a lead you can give a clock more time or leave it out, with a reason, under its explanation; bring open tickets under a new policy with Helpdesk > Recompute deadlines; and have the week's figures mailed to leads: Settings, Weekly digest."}
      </p>
    </>
  );
}
