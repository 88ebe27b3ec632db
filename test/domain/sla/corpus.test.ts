import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { arbitraryCalendar } from "../calendar/arbitrary-calendar.ts";
import { NaiveCalendar } from "../calendar/naive-calendar.ts";
import { compared, findCorpus } from "./corpus.ts";

interface Answered {
  readonly id: string;
  readonly answer?: Record<string, unknown>;
  readonly unsupported?: true;
}

/** Runs the program that answers cases, in a process whose own zone is another. */
function answersIn(zone: string, file: object): Answered[] {
  const tsx = join(process.cwd(), "node_modules/tsx/dist/cli.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [tsx, "scripts/cases/sla.ts"], {
    input: JSON.stringify(file),
    env: { ...process.env, TZ: zone },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Answered[];
}

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

/** Random calendars with what a minute-by-minute count answers for them. */
function randomCases(): { calendars: Record<string, object>; cases: object[]; expected: unknown[] } {
  const calendars: Record<string, object> = {};
  const [cases, expected]: [object[], unknown[]] = [[], []];
  fc.sample(arbitraryCalendar, { numRuns: 25, seed: 20260302 }).forEach(({ calendar, dayAt }, index) => {
    const { exceptions, ...rest } = calendar;
    calendars[index] = { ...rest, shifts: exceptions };
    const naive = new NaiveCalendar([calendar], dayAt - 10 * DAY, dayAt + 10 * DAY);
    for (const hours of [0, 7, 30, 100]) {
      const [start, end] = [dayAt - hours * 3_600_000, dayAt + (50 - hours / 4) * 3_600_000];
      const id = `${index} ${hours}`;
      cases.push({ id, op: "elapsed", calendar: String(index), in: { start: iso(start), end: iso(end) } });
      expected.push({ id, answer: { seconds: naive.elapsed(start, end) / 1000 } });
    }
  });
  return { calendars, cases, expected };
}

it("a case that can't be read, or that never comes, costs the others nothing", () => {
  const calendars = { closed: { tz: "Etc/UTC", weekly: {} }, lost: { tz: "Mars/Base", weekly: {} } };
  const created = { at: iso(0), type: "created", priority: "normal" };
  const ticket = { events: [created], targets: { normal: { resolution: 3600 } }, asOf: iso(DAY) };
  const cases = [
    { id: "lost", op: "open", calendar: "lost", in: { at: iso(0) } },
    { id: "none", op: "open", calendar: "none", in: { at: iso(0) } },
    { id: "odd", op: "constructor", calendar: "closed", in: {} },
    { id: "never", op: "ticket", calendar: "closed", in: ticket },
    { id: "local", op: "resolveLocal", in: { tz: "Europe/Berlin", local: "2025-03-30T02:30" } },
  ];
  expect(answersIn("UTC", { calendars, cases })).toEqual([
    ...["lost", "none", "odd"].map((id) => ({ id, unsupported: true })),
    {
      id: "never",
      answer: expect.objectContaining({
        resolution: expect.objectContaining({ state: "running", dueAt: null, breachAt: null }) as unknown,
      }) as unknown,
    },
    { id: "local", answer: { at: "2025-03-30T01:30:00Z" } },
  ]);
});

const found = findCorpus();
const corpus = found ?? { calendars: {}, cases: [] };
const random = randomCases();

describe.each(["UTC", "America/New_York", "Pacific/Chatham"])("with the process in %s", (zone) => {
  const answers = answersIn(zone, corpus);

  (found ? it : it.skip)("every case of the corpus is answered by the specification", () => {
    const wrong = corpus.cases.flatMap((one, index) => {
      const { answer } = answers[index] ?? {};
      if (!answer) return [];
      const [wanted, given] = compared(one, answer);
      try {
        expect({ given }).toMatchObject({ given: wanted });
        return [];
      } catch {
        return [{ id: one.id, wanted, given }];
      }
    });
    expect(wrong).toEqual([]);
    expect(answers.filter(({ answer }) => answer).length).toBeGreaterThanOrEqual(897);
  });

  it("leaves only whole-day sums and Zammad's flat tickets unanswered", () => {
    const unsupported = corpus.cases.filter((_, index) => answers[index]?.unsupported);
    expect(unsupported.every(({ op, id }) => op === "addDays" || (op === "ticket" && id.startsWith("zammad")))).toBe(
      true,
    );
  });

  it("random calendars are counted as minute by minute", () => {
    expect(answersIn(zone, random)).toEqual(random.expected);
  });
});
