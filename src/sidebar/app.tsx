import { render } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Start, ViewName } from "./api.ts";
import { startClock } from "./desk-clock.ts";
import type { DeskView } from "./desk-view.ts";
import { freshDraft } from "./log-draft.ts";
import { notOffered } from "./offered.ts";
import { Button } from "./parts/button.tsx";
import { Navigation } from "./parts/navigation.tsx";
import { Empty, Loading, ProblemNotice } from "./parts/notice.tsx";
import { useAnswer } from "./use-answer.ts";
import { Deleted } from "./views/deleted.tsx";
import { Explain } from "./views/explain.tsx";
import { Health } from "./views/health.tsx";
import { Help } from "./views/help.tsx";
import { Log } from "./views/log.tsx";
import type { LoggedTicket } from "./views/logged.tsx";
import { Ticket } from "./views/ticket.tsx";
import { Recompute } from "./views/recompute.tsx";
import { Verify } from "./views/verify.tsx";
import "./styles/frame.css";
import "./styles/form.css";
import "./styles/ticket.css";
import "./styles/explain.css";

declare global {
  interface Window {
    /** Set by the server, see api.ts. */
    sheetdeskView?: ViewName;
  }
}

function App({ firstView }: { firstView: ViewName }) {
  const { data: start, problem, isAsking, again } = useAnswer("sidebarStart", {});
  const [view, go] = useState(firstView);
  const [openedId, setOpenedId] = useState<string>();
  const goTo = (next: ViewName): void => {
    setOpenedId(undefined);
    go(next);
  };
  const openTicket = (ticketId: string, next: ViewName = "ticket"): void => {
    setOpenedId(ticketId);
    go(next);
  };
  return (
    <>
      <Navigation view={view} role={start?.agent.role} go={goTo} />
      <main>
        <h1 class="quiet">Helpdesk</h1>
        {problem && <ProblemNotice problem={problem} again={again} />}
        {!start && isAsking && <Loading what="the desk" />}
        {start && <Views key={start.nowAt} {...{ start, view, openedId, again, openTicket }} go={goTo} />}
      </main>
    </>
  );
}

interface ViewsProps {
  start: Start;
  view: ViewName;
  openedId: string | undefined;
  again: () => void;
  go: (view: ViewName) => void;
  openTicket: DeskView["openTicket"];
}

function Views({ start, view, openedId, again, go, openTicket }: ViewsProps) {
  const clock = useMemo(() => startClock(start.nowAt, start.timeZone), [start]);
  // Here and not in the view, so that looking something up does not cost what was typed.
  const [draft, setDraft] = useState(() => freshDraft(start));
  const [logged, setLogged] = useState<LoggedTicket>();
  const nameOf = useMemo(() => namesOf(start), [start]);
  const desk: DeskView = { start, clock, nameOf, go, openTicket };
  const refusal = start.isSetUp ? notOffered(view, start.agent.role) : undefined;
  if (refusal !== undefined) {
    return (
      <Empty title="Not available">
        <p>{refusal}</p>
      </Empty>
    );
  }
  if (view === "help") return <Help start={start} />;
  if (view === "health") return <Health role={start.agent.role} />;
  if (!start.isSetUp) {
    return (
      <Empty title="Not set up yet">
        <p>Choose Set up in the Helpdesk menu. It keeps whatever the workbook already holds.</p>
        <Button onClick={again}>Look again</Button>
      </Empty>
    );
  }
  if (view === "ticket") return <Ticket key={openedId ?? ""} desk={desk} openedId={openedId} />;
  if (view === "explain") return <Explain key={openedId ?? ""} desk={desk} openedId={openedId} />;
  if (view === "recompute") return <Recompute desk={desk} />;
  if (view === "verify") return <Verify desk={desk} />;
  if (view === "deleted") return <Deleted desk={desk} />;
  return <Log {...{ desk, draft, setDraft, logged, setLogged }} />;
}

function namesOf({ people, agents }: Start): (email: string) => string {
  const nameByEmail = new Map([...people, ...agents].map(({ email, name }) => [email.toLowerCase(), name]));
  return (email) => nameByEmail.get(email.toLowerCase()) || email;
}

/** After the whole page is read, because the server appends the choice of the view at its end. */
function open(): void {
  const root = document.getElementById("app");
  if (root) render(<App firstView={window.sheetdeskView ?? "log"} />, root);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", open);
else open();
