import { type GoogleFunction, MAY } from "../../src/domain/roles/may.ts";
import type { BookWindow } from "../emulator/people/book-window.ts";
import { ANA, aCompany, BEN, type Company, guest, OWNER, verify } from "./company.ts";
import {
  call,
  CARLA,
  everything,
  last,
  LENA,
  NEW,
  open,
  own,
  PEOPLE,
  type Said,
  WHO,
  type Who,
  windowOf,
  ZOE,
} from "./company-of-roles.ts";
import { overrideOf } from "./override-of.ts";
import { gridOf, ticketRows } from "./sheets.ts";

/** yes; own: of their own tickets; hand: no, since only Google itself calls it, with its own event; owner: no, but whoever has set up the desk. */
type Cell = "yes" | "own" | "no" | "hand" | "owner";

const TABLE: Readonly<Record<GoogleFunction, readonly [Cell, Cell, Cell, Cell, Cell]>> = {
  onOpen: ["yes", "yes", "yes", "yes", "yes"],
  onInstall: ["yes", "yes", "yes", "yes", "yes"],
  onEdit: ["hand", "hand", "hand", "hand", "hand"],
  onSheetChange: ["hand", "hand", "hand", "hand", "hand"],
  onTimer: ["yes", "yes", "no", "no", "yes"],
  onHour: ["yes", "yes", "no", "no", "yes"],
  setUp: ["owner", "owner", "owner", "owner", "owner"],
  showSidebar: ["yes", "yes", "yes", "yes", "yes"],
  showLogForm: ["yes", "yes", "yes", "yes", "yes"],
  explainDeadline: ["yes", "yes", "yes", "yes", "yes"],
  recomputeDeadlines: ["yes", "yes", "yes", "yes", "yes"],
  verifyHistory: ["yes", "yes", "yes", "yes", "yes"],
  showHealth: ["yes", "yes", "yes", "yes", "yes"],
  showHelp: ["yes", "yes", "yes", "yes", "yes"],
  refreshSla: ["yes", "yes", "no", "no", "no"],
  sidebarStart: ["yes", "yes", "own", "own", "own"],
  sidebarSuggest: ["yes", "yes", "no", "no", "no"],
  sidebarLogTicket: ["yes", "yes", "own", "own", "no"],
  sidebarSelected: ["yes", "yes", "own", "own", "no"],
  sidebarTicket: ["yes", "yes", "own", "own", "no"],
  sidebarUpdateTicket: ["yes", "yes", "own", "own", "no"],
  sidebarExplain: ["yes", "yes", "no", "no", "no"],
  sidebarOverride: ["yes", "no", "no", "no", "no"],
  sidebarRecompute: ["yes", "yes", "no", "no", "no"],
  sidebarRecomputeApply: ["yes", "no", "no", "no", "no"],
  sidebarDeleted: ["yes", "yes", "no", "no", "no"],
  sidebarRestore: ["yes", "yes", "no", "no", "no"],
  sidebarHealth: ["yes", "yes", "no", "no", "no"],
  sidebarConfirmRoles: ["yes", "no", "no", "no", "no"],
  sidebarVerify: ["yes", "yes", "no", "no", "no"],
};

/** What is asked of each function, and what must have come of it where it is allowed. */
interface Deed {
  ask(company: Company, who: Who): readonly unknown[];
  check?(company: Company, who: Who, answer: Said): void;
}

const nothing = { ask: () => [] };
const opens = (view: string): Deed => ({
  ask: () => [],
  check: (company) => expect(shownBy.get(company)?.sidebar?.html).toContain(`sheetdeskView = "${view}"`),
});
const shownBy = new WeakMap<Company, BookWindow>();
const data = (answer: Said) => answer.data as Record<string, unknown>;

const DEEDS: Readonly<Record<GoogleFunction, Deed>> = {
  onOpen: nothing,
  onInstall: nothing,
  onEdit: { ask: () => [{ range: { rowStart: 2 }, value: "Closed", authMode: "LIMITED" }] },
  onSheetChange: { ask: () => [{ changeType: "REMOVE_ROW", user: { email: BEN } }] },
  onTimer: {
    ask: () => [],
    check: (company) => expect(last(company)).toMatchObject({ actor: "unknown", role: "editor", source: "reconcile" }),
  },
  onHour: nothing,
  setUp: nothing,
  showSidebar: opens("ticket"),
  showLogForm: opens("log"),
  explainDeadline: opens("explain"),
  recomputeDeadlines: opens("recompute"),
  verifyHistory: opens("verify"),
  showHealth: opens("health"),
  showHelp: opens("help"),
  refreshSla: nothing,
  sidebarStart: {
    ask: () => [{}],
    check: (_, who, answer) => {
      const isAgent = who === "lead" || who === "agent";
      expect(data(answer)).toMatchObject({ isSetUp: true, agent: { email: PEOPLE[who], role: who } });
      const agents = isAgent ? [OWNER, ANA, BEN, LENA] : [];
      expect((data(answer)["agents"] as { email: string }[]).map(({ email }) => email)).toEqual(agents);
      expect((data(answer)["people"] as unknown[]).length).toBe(isAgent ? 6 : 0);
    },
  },
  sidebarSuggest: {
    ask: () => [{ text: "carla" }],
    check: (_, __, answer) => expect(answer.data).toEqual([{ email: CARLA, name: "Carla", isVip: false }]),
  },
  sidebarLogTicket: {
    ask: (_, who) => [
      who === "lead" || who === "agent" ? { ...NEW, requester: "dora@example.com", priority: "Low" } : NEW,
    ],
    check: (company, who, answer) => {
      expect(answer.data).toEqual({ ticketId: "T-5", row: 5 });
      const isAgent = who === "lead" || who === "agent";
      expect(last(company)).toMatchObject({
        ...{ type: "created", ticket: "T-5", actor: PEOPLE[who], role: who === "nobody" ? "requester" : who },
        set: { requester: isAgent ? "dora@example.com" : PEOPLE[who], priority: isAgent ? "Low" : "Medium" },
      });
      expect(ticketRows(company.book)[3]).toMatchObject({ Ticket: "T-5", Subject: "It smokes", Status: "New" });
    },
  },
  sidebarSelected: {
    ask: () => [{}],
    check: (_, who, answer) => expect(data(answer)).toMatchObject({ ticketId: own(who) }),
  },
  sidebarTicket: {
    ask: (_, who) => [{ ticketId: own(who) }],
    check: (_, who, answer) => {
      const isAgent = who === "lead" || who === "agent";
      const texts = (data(answer)["timeline"] as { after: string | null }[]).map(({ after }) => after);
      expect(texts).toContain("We look into it.");
      expect(texts.includes("Between us.")).toBe(isAgent);
      expect((data(answer)["deadlines"] as unknown[]).length > 0).toBe(isAgent);
    },
  },
  sidebarUpdateTicket: {
    ask: (_, who) => [
      who === "lead" || who === "agent"
        ? { requestId: "up", ticketId: "T-1", changes: { status: "Closed" } }
        : { requestId: "up", ticketId: own(who), changes: {}, said: { kind: "inbound", text: "Still broken." } },
    ],
    check: (company, who) => {
      const isAgent = who === "lead" || who === "agent";
      expect(last(company)).toMatchObject({
        ...{ ticket: own(who), actor: PEOPLE[who], role: who === "nobody" ? "requester" : who, source: "sidebar" },
        ...(isAgent ? { set: { status: "Closed" } } : { type: "inbound", set: { said: "Still broken." } }),
      });
      if (isAgent) expect(ticketRows(company.book)[0]).toMatchObject({ Status: "Closed", "Updated by": PEOPLE[who] });
    },
  },
  sidebarExplain: {
    ask: () => [{ ticketId: "T-1" }],
    check: (_, __, answer) => expect(data(answer)).toMatchObject({ ticketId: "T-1" }),
  },
  sidebarOverride: {
    ask: (company) => [overrideOf(company, "T-1", { choice: "exclude" })],
    check: (company) => expect(last(company)).toMatchObject({ type: "promised", actor: LENA, role: "lead" }),
  },
  sidebarRecompute: {
    ask: () => [{ from: 2 }],
    check: (_, __, answer) => expect(data(answer)).toMatchObject({ policies: [{ tickets: 3 }] }),
  },
  sidebarRecomputeApply: {
    ask: () => [{ key: "Standard 2", from: 2 }],
    check: (company) => expect(last(company)).toMatchObject({ actor: LENA, policy: ["Standard", 2] }),
  },
  sidebarDeleted: {
    ask: () => [{}],
    check: (_, __, answer) => expect(answer.data).toMatchObject([{ ticketId: "T-4" }]),
  },
  sidebarRestore: {
    ask: () => [{ requestId: "back", ticketId: "T-4" }],
    check: (company, who) => expect(last(company)).toMatchObject({ type: "restored", actor: PEOPLE[who], role: who }),
  },
  sidebarHealth: {
    ask: () => [{}],
    check: (_, __, answer) =>
      expect(answer.data).toContainEqual(
        expect.objectContaining({ name: "Roles", roles: [{ email: "max@example.com", role: "agent" }] }),
      ),
  },
  sidebarConfirmRoles: {
    ask: () => [{ roles: [{ email: "max@example.com", role: "agent" }] }],
    check: (company, _, answer) => {
      expect(answer.data).toContainEqual(expect.objectContaining({ name: "Roles", state: "ok" }));
      expect(last(company)).toMatchObject({
        ...{ type: "configured", ticket: "", actor: LENA, role: "lead", set: { "role:max@example.com": "agent" } },
      });
    },
  },
  sidebarVerify: {
    ask: () => [{ isFresh: true }],
    check: (_, __, answer) => expect(data(answer)).toMatchObject({ done: true, differences: [] }),
  },
};

const NAMES = Object.keys(TABLE) as GoogleFunction[];

test("every function that Google may call has a line in the table of the code, and in this one", () => {
  expect([...aCompany().project.loaded.functions].sort()).toEqual([...NAMES].sort());
  expect(Object.keys(MAY).sort()).toEqual([...NAMES].sort());
});

const cells = (wanted: (cell: Cell) => boolean): [GoogleFunction, Who][] =>
  NAMES.flatMap((name) =>
    WHO.flatMap((who, index): [GoogleFunction, Who][] => (wanted(TABLE[name][index]!) ? [[name, who]] : [])),
  );

test.each(cells((cell) => cell === "yes" || cell === "own"))("%s by %s does what it is for", (name, who) => {
  const company = open();
  const window = windowOf(company, who);
  shownBy.set(company, window);
  window.select("Tickets", who === "nobody" ? "B3" : "B2");
  const answer = call(window, name, ...DEEDS[name].ask(company, who));
  expect(answer.problem).toBeUndefined();
  DEEDS[name].check?.(company, who, answer);
  company.workspace.clock.advance(2 * 5 * 60_000);
  expect(verify(company).differences).toEqual([]);
});

const SENTENCES = {
  no: /^(Only (agents|a lead) may .*(ask a lead to enter you|ask one).*|Google does not tell the desk who you are.*)\.$/,
  hand: /^Only Google itself may .*\.$/,
  owner: /^olga@example.com has set up this desk.*: ask olga@example.com to choose Set up\.$/,
};

test.each(cells((cell) => cell in SENTENCES))(
  "%s by %s is refused with a sentence, and changes nothing",
  (name, who) => {
    const company = open();
    const before = everything(company);
    const asked = DEEDS[name].ask(company, who);
    const answer = call(windowOf(company, who), name, ...asked);
    expect(answer).toMatchObject({ ok: false, problem: { kind: "not-allowed" } });
    expect(answer.problem?.sentence).toMatch(SENTENCES[TABLE[name][WHO.indexOf(who)] as keyof typeof SENTENCES]);
    expect(everything(company)).toEqual(before);
  },
);

test("a desk that nobody has set up is anybody's to set up, and whoever did is a lead for good", () => {
  const company = open();
  for (const act of [
    () => company.owner.type("People", "C2", "requester"),
    () => company.owner.clear("People", "A2:D7"),
    () => company.owner.deleteRows("People", 2, 6),
  ]) {
    act();
    company.workspace.clock.advance(5 * 60_000);
    expect(call(company.owner, "sidebarStart", {})).toMatchObject({ data: { agent: { role: "lead" } } });
    expect(call(company.owner, "sidebarOverride", overrideOf(company, "T-1", { choice: "exclude" }))).toMatchObject({
      ok: true,
    });
  }
});

test("who edits in the sheet stands in History as what they are", () => {
  const company = open();
  const edits: readonly [BookWindow, string, string][] = [
    [guest(company, LENA), LENA, "lead"],
    [company.ana, ANA, "agent"],
    [guest(company, CARLA), CARLA, "requester"],
    [guest(company, ZOE), ZOE, "editor"],
    [guest(company, "otto@other.example", { identity: "hidden" }), "unknown", "editor"],
  ];
  edits.forEach(([window, actor, role], index) => {
    window.type("Tickets", "B2", `Edited ${index}`);
    expect(last(company)).toMatchObject({ actor, role, source: "sheet", set: { subject: `Edited ${index}` } });
  });
  expect(gridOf(company.book, "Tickets").valueAt(1, 1)).toBe("Edited 4");
  expect(verify(company).differences).toEqual([]);
});
