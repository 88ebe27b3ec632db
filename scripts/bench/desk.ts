import { apiWrite } from "../../test/emulator/people/api-write.ts";
import type { ExecutionRecord } from "../../test/emulator/core/outcome.ts";
import { type BigDesk, makeBigDesk } from "./big-desk.ts";
import { collectGarbage } from "./garbage.ts";
import type { Work } from "./work.ts";

const SHAPE = { tickets: 100_000, columns: 25, eventsEach: 8, communicationsEach: 4 };

/** Slices of 60,000 rows. */
const ROUND = 2;

const TURNS = 5;

interface Cost {
  readonly calls: number;
  readonly modelledMs: number;
  readonly slowMs: number;
  readonly slowLockMs: number;
  readonly cpuMs: number;
}

interface Piece {
  /** What has to happen first and isn't measured. */
  readonly before?: (turn: number) => void;
  readonly run: (turn: number) => void;
}

interface Limits {
  readonly calls: number | null;
  readonly modelledMs: number | null;
  readonly cpuMs: number | null;
}

/** What everyday work costs in a workbook of 100,000 tickets × 25 columns with 800,000 events. */
export function benchDesk(): Work[] {
  const desk = makeBigDesk(SHAPE);
  const bench = new DeskBench(desk);
  return bench.all();
}

class DeskBench {
  private readonly done: Work[] = [];

  constructor(private readonly desk: BigDesk) {}

  all(): Work[] {
    const { window } = this.desk;
    // One call reads the events back, another proves the columns before they are written.
    const limits = { calls: 16, modelledMs: 1300, cpuMs: 100 };
    window.type("Tickets", "C50", "Pending"); // the first run compiles; nobody waits for it twice
    this.measure("one cell edited", limits, { run: (turn) => window.type("Tickets", `C${5000 + turn}`, "Resolved") });
    this.measure(
      "one cell edited after a killed run",
      { ...limits, calls: 24 },
      { before: (turn) => this.killedRun(turn), run: (turn) => window.type("Tickets", `C${9000 + turn}`, "Resolved") },
    );
    this.pastes();
    this.newTickets();
    this.reconciles();
    this.mails();
    this.verifies();
    this.reports();
    return this.done;
  }

  private killedRun(turn: number): void {
    const { workspace, window } = this.desk;
    workspace.onCall = ({ name, execution }) => {
      if (name === "Properties.setProperty") execution.kill({ queued: "drop" });
    };
    window.type("Tickets", `E${7000 + turn}`, "zoe@example.com");
    workspace.onCall = undefined;
  }

  private pastes(): void {
    const { window } = this.desk;
    const limits = { calls: 18, modelledMs: 3000, cpuMs: 300 };
    let shown = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? "On hold" : "Pending"));
    const paste = (changes: (index: number) => boolean): void => {
      shown = shown.map((status, index) => (changes(index) ? (status === "Pending" ? "On hold" : "Pending") : status));
      window.paste(
        "Tickets",
        "C2001",
        shown.map((status) => [status]),
      );
    };
    paste(() => false);
    this.measure("1,000 rows pasted over, all changed", limits, { run: () => paste(() => true) });
    const second = { run: () => paste((index) => index % 2 === 1) };
    this.measure("1,000 rows pasted over, every second one changed", { ...limits, calls: 24 }, second);
  }

  private newTickets(): void {
    const { window, tickets } = this.desk;
    const limits = { calls: 20, modelledMs: 1500, cpuMs: 100 };
    const report = {
      ...{ requester: "new@example.com", requesterName: "New Person", subject: "Screen stays dark" },
      ...{ description: "Since this morning.", category: "Hardware", priority: "High", channel: "phone" },
      loggedOnBehalfOf: "",
    };
    this.measure("log a ticket", limits, {
      run: (turn) => window.call("sidebarLogTicket", { ...report, requestId: `bench-${turn}` }),
    });
    const row = tickets.lastRow() + 1;
    const type = (turn: number): void => window.type("Tickets", `B${row + turn}`, "Door lock stuck");
    this.measure("a row typed by hand", { ...limits, calls: 21, modelledMs: 1800 }, { run: type });
  }

  private reconciles(): void {
    const { book } = this.desk;
    const whole = (): void => {
      for (let round = 0; round < ROUND; round++) this.timer(15);
    };
    this.desk.workspace.clock.reach(Date.UTC(2026, 2, 2, 20)); // in the evening, when no deadline comes
    whole();
    this.measureOnce("reconcile, nothing missed", { calls: 30, modelledMs: 40_000, cpuMs: 3000 }, whole);
    const unlimited = { calls: null, modelledMs: null, cpuMs: null };
    this.measureOnce("timer between slices, settings sheets read again", unlimited, () => this.timer(5));
    this.measureOnce("timer between slices, nothing due", { calls: 6, modelledMs: null, cpuMs: null }, () =>
      this.timer(5),
    );
    for (let index = 0; index < 1000; index++)
      apiWrite(book, { sheet: "Tickets", a1: `C${100 + index * 99}` }, [[index % 2 === 0 ? "Resolved" : "Open"]]);
    this.measureOnce("reconcile, 1,000 scattered edits missed", { calls: 64, modelledMs: 40_000, cpuMs: 3000 }, whole);
    this.measureOnce("timer between slices, catching up on 5,000 rows' SLA columns", unlimited, () => this.timer(5));
  }

  /** In the next morning every 500th ticket is told of, to eight agents and the owner; then fifty mails wait. */
  private mails(): void {
    const { workspace } = this.desk;
    workspace.clock.reach(Date.UTC(2026, 2, 3, 9));
    const limits = { calls: 1000, modelledMs: 60_000, cpuMs: 3000 };
    const before = workspace.mails.length;
    this.measureOnce("200 warnings due, scattered, told to 9 people", limits, () => this.timer(1));
    this.desk.queueMails(50);
    this.measureOnce("outbox of 50 drained", { ...limits, calls: 220 }, () => this.timer(1));
    const sent = workspace.mails.length - before;
    if (sent !== 59) throw new Error(`${sent} mails were sent, not 9 and 50`);
  }

  /** The usual weeks first, then a period in which everything happened: seven charts over more weeks, chosen past the script and by hand. */
  private reports(): void {
    const { book, project, window } = this.desk;
    const limits = { calls: 20, modelledMs: 60_000, cpuMs: 2000 };
    const refresh = (): void => void project.run("refreshSla", [], { trigger: "menu" });
    const chosen = (cells: unknown[]): void => apiWrite(book, { sheet: "SLA", a1: "B4:I4" }, [cells]);
    this.measure("SLA sheet refreshed, last 13 weeks", limits, { run: refresh });
    const weeks = (): void => {
      chosen(["Last 13 weeks", "", "", "", "", "", "", ""]);
      refresh();
      chosen(["Custom", "", "", "", "2025-01-01", "", "", "2026-03-01"]);
    };
    this.measure("SLA sheet refreshed, now all tickets of 14 months", limits, { before: weeks, run: refresh });
    const before = (): void => window.type("SLA", "B4", "Last 13 weeks");
    const run = (): void => window.type("SLA", "B4", "Custom");
    this.measure("14 months chosen on the SLA sheet", { ...limits, calls: 22 }, { before, run });
  }

  private verifies(): void {
    this.measureOnce("verify history", { calls: 120, modelledMs: null, cpuMs: 15_000 }, () => {
      let isFresh = true;
      for (;;) {
        const outcome = this.desk.window.call("sidebarVerify", { isFresh });
        if (outcome.error) throw outcome.error;
        const answer = JSON.parse(String(outcome.value)) as { data: { done: boolean; text: string } };
        isFresh = false;
        if (answer.data.done) return console.error(answer.data.text);
      }
    });
  }

  /** Does a small piece of work several times: the worst calls and modelled time, and the median of processor time, which varies by chance. */
  private measure(name: string, limits: Limits, work: Piece): void {
    const costs = Array.from({ length: TURNS }, (_, turn) => {
      work.before?.(turn);
      collectGarbage("minor");
      return this.costOf(() => work.run(turn));
    });
    this.note(name, limits, {
      calls: Math.max(...costs.map(({ calls }) => calls)),
      modelledMs: Math.max(...costs.map(({ modelledMs }) => modelledMs)),
      slowMs: Math.max(...costs.map(({ slowMs }) => slowMs)),
      slowLockMs: Math.max(...costs.map(({ slowLockMs }) => slowLockMs)),
      cpuMs: costs.map(({ cpuMs }) => cpuMs).sort((one, other) => one - other)[Math.floor(TURNS / 2)] ?? 0,
    });
  }

  private measureOnce(name: string, limits: Limits, run: () => void): void {
    collectGarbage("major");
    this.note(name, limits, this.costOf(run));
  }

  private note(name: string, limits: Limits, cost: Cost): void {
    const atMost = { callsAtMost: limits.calls, modelledMsAtMost: limits.modelledMs, cpuMsAtMost: limits.cpuMs };
    this.done.push({ name, ...cost, ...atMost });
  }

  /** Adds up the executions that `run` starts. */
  private costOf(run: () => void): Cost {
    const { executions } = this.desk.workspace;
    const before = executions.length;
    run();
    const ours = executions.slice(before);
    const failed = ours.find(({ error }) => error);
    if (failed?.error) throw failed.error;
    const sum = (of: (record: ExecutionRecord) => number): number =>
      ours.reduce((total, record) => total + of(record), 0);
    return {
      calls: sum(({ callCount }) => callCount),
      modelledMs: sum(({ spent }) => spent.typical),
      slowMs: sum(({ spent }) => spent.slow),
      slowLockMs: sum(({ lockHeld }) => lockHeld.slow),
      cpuMs: sum(({ cpuMs }) => cpuMs),
    };
  }

  /** One run of the timer: it looks at a slice every fifteen minutes, and only at deadlines in between. */
  private timer(afterMinutes: number): void {
    this.desk.workspace.clock.pass(afterMinutes * 60_000);
    this.desk.project.run("onTimer", [], { trigger: "clock" });
  }
}
