import { apiWrite } from "../../test/emulator/people/api-write.ts";
import type { ExecutionRecord } from "../../test/emulator/core/outcome.ts";
import { type BigDesk, makeBigDesk } from "./big-desk.ts";
import type { Work } from "./work.ts";

const SHAPE = { tickets: 100_000, columns: 25, eventsEach: 8, communicationsEach: 4 };

/** Slices of 60,000 rows. */
const ROUND = 2;

interface Limits {
  readonly calls: number;
  readonly modelledMs: number | null;
  readonly cpuMs: number;
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
    window.type("Tickets", "C50", "Pending"); // the first run compiles; nobody waits for it twice
    this.measure("one cell edited", { calls: 14, modelledMs: 1200, cpuMs: 100 }, () =>
      window.type("Tickets", "C5000", "On hold"),
    );
    this.killedRun();
    this.measure("one cell edited after a killed run", { calls: 24, modelledMs: 1200, cpuMs: 100 }, () =>
      window.type("Tickets", "C9000", "On hold"),
    );
    this.pastes();
    this.newTickets();
    this.reconciles();
    this.verifies();
    return this.done;
  }

  private killedRun(): void {
    const { workspace, window } = this.desk;
    workspace.onCall = ({ name, execution }) => {
      if (name === "Properties.setProperty") execution.kill({ queued: "drop" });
    };
    window.type("Tickets", "E7000", "zoe@example.com");
    workspace.onCall = undefined;
  }

  private pastes(): void {
    const { window } = this.desk;
    const statuses = Array.from({ length: 1000 }, (_, index) => [index % 2 === 0 ? "On hold" : "Pending"]);
    window.paste("Tickets", "C2001", statuses);
    this.measure("1,000 rows pasted over, all changed", { calls: 16, modelledMs: 3000, cpuMs: 300 }, () => {
      window.paste(
        "Tickets",
        "C2001",
        statuses.map(([status]) => [status === "Pending" ? "On hold" : "Pending"]),
      );
    });
    this.measure(
      "1,000 rows pasted over, every second one changed",
      { calls: 24, modelledMs: 3000, cpuMs: 300 },
      () => {
        window.paste(
          "Tickets",
          "C2001",
          statuses.map(([status], index) => [
            index % 4 < 2 ? (status === "Pending" ? "On hold" : "Pending") : (status ?? ""),
          ]),
        );
      },
    );
  }

  private newTickets(): void {
    const { window, tickets } = this.desk;
    const limits = { calls: 18, modelledMs: 1500, cpuMs: 100 };
    this.measure("log a ticket", limits, () => {
      window.call("sidebarLogTicket", {
        ...{
          requestId: "bench-1",
          requester: "new@example.com",
          requesterName: "New Person",
          subject: "Screen stays dark",
        },
        ...{
          description: "Since this morning.",
          category: "Hardware",
          priority: "High",
          channel: "phone",
          loggedOnBehalfOf: "",
        },
      });
    });
    const row = tickets.lastRow() + 1;
    this.measure("a row typed by hand", limits, () => window.type("Tickets", `B${row}`, "Door lock stuck"));
  }

  private reconciles(): void {
    const { book } = this.desk;
    const whole = (): void => {
      for (let round = 0; round < ROUND; round++) this.timer();
    };
    whole();
    this.measureAll("reconcile, nothing missed", { calls: 30, modelledMs: 40_000, cpuMs: 3000 }, whole);
    for (let index = 0; index < 1000; index++)
      apiWrite(book, { sheet: "Tickets", a1: `C${100 + index * 99}` }, [[index % 2 === 0 ? "Resolved" : "Open"]]);
    this.measureAll("reconcile, 1,000 scattered edits missed", { calls: 60, modelledMs: 40_000, cpuMs: 3000 }, whole);
  }

  private verifies(): void {
    this.measureAll("verify history", { calls: 120, modelledMs: null, cpuMs: 15_000 }, () => {
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

  private measure(name: string, limits: Limits, run: () => void): void {
    this.measureAll(name, limits, run);
  }

  /** Adds up the executions that `run` starts. */
  private measureAll(name: string, limits: Limits, run: () => void): void {
    const { executions } = this.desk.workspace;
    const before = executions.length;
    run();
    const ours = executions.slice(before);
    const failed = ours.find(({ error }) => error);
    if (failed?.error) throw failed.error;
    const sum = (of: (record: ExecutionRecord) => number): number =>
      ours.reduce((total, record) => total + of(record), 0);
    this.done.push({
      name,
      calls: sum(({ callCount }) => callCount),
      callsAtMost: limits.calls,
      modelledMs: sum(({ modelledMs }) => modelledMs),
      modelledMsAtMost: limits.modelledMs,
      cpuMs: sum(({ cpuMs }) => cpuMs),
      cpuMsAtMost: limits.cpuMs,
    });
  }

  /** One run of the timer that looks at a slice; in between it pauses. */
  private timer(): void {
    this.desk.workspace.clock.pass(15 * 60_000);
    this.desk.project.run("onTimer", [], { trigger: "clock" });
  }
}
