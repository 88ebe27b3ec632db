import { apiWrite } from "../emulator/people/api-write.ts";
import { aCompany, ANA, ask, BEN, type Company, guest, OWNER, verify } from "./company.ts";
import { gridOf, historyOf } from "./sheets.ts";
import { until } from "./warnings.ts";

const LENA = "lena@example.com";
const FIVE_MINUTES = 5 * 60_000;

/** People as it stands: Olga leads, Ana and Ben are agents, Dora asks; Lena stands in row 6 as a lead. */
function open(): Company {
  const company = aCompany({ tickets: 2 });
  company.owner.paste("People", "A5", [
    ["dora@example.com", "Dora", "requester", "yes"],
    [LENA, "Lena", "lead", ""],
  ]);
  return company;
}

const people = ({ book }: Company): string[] => {
  const grid = gridOf(book, "People");
  const rows = grid.valuesOf({ top: 1, left: 0, rows: grid.lastRow() - 1, columns: 4 });
  return rows
    .filter(([email]) => email !== "")
    .map(([email, , role]) => `${String(email).split("@")[0]} ${String(role)}`.trim());
};
const rolesRecorded = ({ book }: Company) =>
  historyOf(book)
    .filter(({ type, set }) => type === "configured" && Object.keys(set).some((key) => /^(role|refused):/.test(key)))
    .map(({ actor, set }) => [actor, set]);
const roleOf = (company: Company, email: string): unknown =>
  (ask(guest(company, email), "sidebarStart", {})["data"] as { agent: { role: string } }).agent.role;
const BEFORE = ["olga lead", "ana agent", "ben agent", "dora requester", "lena lead"];
const GIVEN = [OWNER, { [`role:${LENA}`]: "lead" }];

describe("a lead", () => {
  test("who is no owner gives and takes roles: at once, and History says who made whom what", () => {
    const company = open();
    const lena = guest(company, LENA);
    lena.paste("People", "A7", [["max@example.com", "Max", "agent"]]);
    lena.type("People", "C4", "lead");
    lena.clear("People", "C3");
    expect([roleOf(company, "max@example.com"), roleOf(company, BEN), roleOf(company, ANA)]).toEqual([
      "agent",
      "lead",
      "requester",
    ]);
    expect(lena.toasts).toEqual([]);
    expect(rolesRecorded(company)).toEqual([
      GIVEN,
      [LENA, { "role:max@example.com": "agent" }],
      [LENA, { [`role:${BEN}`]: "lead" }],
      [LENA, { [`role:${ANA}`]: "requester" }],
    ]);
    expect(verify(company).differences).toEqual([]);
  });

  test("takes a role away with the row", () => {
    const company = open();
    guest(company, LENA).deleteRows("People", 3, 1);
    expect(roleOf(company, ANA)).toBe("nobody");
    expect(rolesRecorded(company)).toEqual([GIVEN, [LENA, { [`role:${ANA}`]: "" }]]);
    expect(verify(company).differences).toEqual([]);
  });

  test("who sorts People, or writes a name or VIP, changes no role", () => {
    const company = open();
    const before = rolesRecorded(company);
    company.owner.sort("People", "A2:D6", [{ column: 1, ascending: true }]);
    company.owner.type("People", "B2", "Anna");
    company.owner.type("People", "D2", "yes");
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(rolesRecorded(company)).toEqual(before);
    expect([roleOf(company, ANA), roleOf(company, LENA)]).toEqual(["agent", "lead"]);
  });
});

const ATTEMPTS: readonly (readonly [string, (company: Company) => void, Record<string, string>])[] = [
  ["types themselves as lead", ({ ana }) => ana.type("People", "C3", "lead"), { [`refused:${ANA}`]: "lead" }],
  ["takes another's role away", ({ ana }) => ana.clear("People", "C4"), { [`refused:${BEN}`]: "requester" }],
  ["demotes the owner", ({ ana }) => ana.type("People", "C2", "agent"), { [`refused:${OWNER}`]: "agent" }],
  [
    "pastes a new lead",
    ({ ana }) => ana.paste("People", "A7", [["eve@example.com", "", "lead"]]),
    { "refused:eve@example.com": "lead" },
  ],
  [
    "fills a role down",
    ({ ana }) => ana.fill("People", "C3", "C4:C6"),
    { "refused:dora@example.com": "agent", [`refused:${LENA}`]: "agent" },
  ],
  [
    "writes another's address over an agent's",
    ({ ana }) => ana.type("People", "A4", "eve@example.com"),
    { "refused:eve@example.com": "agent", [`refused:${BEN}`]: "" },
  ],
  ["deletes a lead's row", ({ ana }) => ana.deleteRows("People", 6, 1), { [`refused:${LENA}`]: "" }],
  [
    "clears the sheet",
    ({ ana }) => ana.clear("People", "A2:D6"),
    { [`refused:${OWNER}`]: "", [`refused:${ANA}`]: "", [`refused:${BEN}`]: "", [`refused:${LENA}`]: "" },
  ],
];

describe("an agent", () => {
  test.each(ATTEMPTS)("who %s is refused: it is put back, and recorded", (what, act, set) => {
    const company = open();
    act(company);
    expect(rolesRecorded(company)).toEqual([GIVEN, [ANA, set]]);
    for (const role of BEFORE.filter((one) => !one.startsWith("dora"))) expect(people(company)).toContain(role);
    expect(
      people(company)
        .filter((one) => one.startsWith("eve"))
        .join(),
    ).toMatch(/^(eve)?$/);
    expect([roleOf(company, ANA), roleOf(company, BEN), roleOf(company, LENA)]).toEqual(["agent", "agent", "lead"]);
    if (!what.startsWith("deletes"))
      expect(company.ana.toasts.at(-1)?.message).toMatch(/^Only leads give and take roles: .* stays? .*ask a lead\.$/);
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(rolesRecorded(company)).toHaveLength(2);
    expect(verify(company).differences).toEqual([]);
  });

  test("may enter requesters, and give the fast track", () => {
    const company = open();
    company.ana.paste("People", "A7", [["eve@example.com", "Eve", "requester", "yes"]]);
    company.ana.type("People", "D6", "yes");
    expect(people(company)).toEqual([...BEFORE, "eve requester"]);
    expect(roleOf(company, "eve@example.com")).toBe("requester");
    expect(rolesRecorded(company)).toEqual([GIVEN]);
    expect(company.ana.toasts).toEqual([]);
  });

  test("whose deleted row comes back with its name and fast track", () => {
    const company = open();
    company.owner.type("People", "D6", "yes");
    company.ana.deleteRows("People", 6, 1);
    const grid = gridOf(company.book, "People");
    expect(grid.valuesOf({ top: grid.lastRow() - 1, left: 0, rows: 1, columns: 4 })).toEqual([
      [LENA, "Lena", "lead", "yes"],
    ]);
  });
});

const HIDDEN: readonly (readonly [string, (company: Company) => void])[] = [
  [
    "somebody whom Google hides",
    (company) => guest(company, "x@other.example", { identity: "hidden" }).type("People", "C5", "lead"),
  ],
  ["a script", ({ book }) => apiWrite(book, { sheet: "People", a1: "C5" }, [["lead"]])],
];

describe.each(HIDDEN)("what %s writes", (_who, act) => {
  const health = (company: Company) =>
    (ask(company.ana, "sidebarHealth", {})["data"] as { name: string; state: string; sentence: string }[]).find(
      ({ name }) => name === "Roles",
    );

  test("has no effect until a lead confirms it; Health says so, and no digest goes there", () => {
    const company = open();
    act(company);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(roleOf(company, "dora@example.com")).toBe("requester");
    expect(people(company)).toContain("dora lead");
    expect(rolesRecorded(company)).toEqual([GIVEN]);
    expect(health(company)).toMatchObject({
      state: "warning",
      sentence:
        "dora@example.com stands in People as a lead, but nobody knows by whom: until a lead confirms it, the desk counts dora@example.com as a requester.",
    });
    until(company, 3, "16:00");
    const to = company.workspace.mails.flatMap((mail) => mail.to);
    expect(to).toContain(LENA);
    expect(to).not.toContain("dora@example.com");
  });

  test("is confirmed by a lead in the sidebar, or by typing it again, and not by their other edits", () => {
    for (const confirm of [
      (company: Company) =>
        void ask(company.owner, "sidebarConfirmRoles", { roles: [{ email: "dora@example.com", role: "lead" }] }),
      (company: Company) => company.owner.type("People", "C5", "lead"),
    ]) {
      const company = open();
      act(company);
      company.workspace.clock.advance(FIVE_MINUTES);
      company.owner.type("People", "D5", "no");
      company.owner.type("People", "C4", "agent");
      expect(roleOf(company, "dora@example.com")).toBe("requester");
      confirm(company);
      expect(roleOf(company, "dora@example.com")).toBe("lead");
      expect(rolesRecorded(company)).toEqual([GIVEN, [OWNER, { "role:dora@example.com": "lead" }]]);
      expect(health(company)).toMatchObject({ state: "ok" });
    }
  });

  test("is not confirmed as something else than the lead has seen", () => {
    const company = open();
    act(company);
    expect(
      ask(company.owner, "sidebarConfirmRoles", { roles: [{ email: "dora@example.com", role: "agent" }] }),
    ).toMatchObject({
      problem: { kind: "not-allowed", sentence: expect.stringMatching(/look again/) as string },
    });
    expect(roleOf(company, "dora@example.com")).toBe("requester");
  });
});

test("a row that nobody is known to have deleted is nobody's who deletes another row later", () => {
  const company = open();
  apiWrite(company.book, { sheet: "People", a1: "A4:D4" }, [["", "", "", ""]]);
  company.workspace.clock.advance(FIVE_MINUTES);
  company.ana.deleteRows("Tickets", 3, 1);
  company.owner.deleteRows("Tickets", 2, 1);
  expect(rolesRecorded(company)).toEqual([GIVEN]);
  expect(roleOf(company, BEN)).toBe("agent");
});

test("a change of roles whose run is killed at any call is recorded once, or waits for a lead", () => {
  const found: string[] = [];
  for (let n = 1; n < 60; n++) {
    const company = open();
    let isOver = true;
    company.workspace.onCall = (call) => {
      if (call.execution.functionName !== "onEdit" || call.n !== n) return;
      isOver = false;
      company.workspace.onCall = undefined;
      call.execution.kill({ queued: "keep" });
    };
    company.owner.type("People", "C5", "agent");
    company.workspace.onCall = undefined;
    if (isOver) break;
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    const recorded = rolesRecorded(company).length - 1;
    const isInForce = roleOf(company, "dora@example.com") === "agent";
    if (recorded !== Number(isInForce))
      found.push(`killed at ${n}: recorded ${recorded} times, in force: ${isInForce}`);
    found.push(...verify(company).differences.map((difference) => `killed at ${n}: ${difference}`));
    expect(n).toBeLessThan(59);
  }
  expect(found).toEqual([]);
});

test("a desk of before the roles were kept goes on as its People says", () => {
  const company = open();
  const properties = company.project.stores.propertiesOf(`document:${company.book.id}`);
  for (const key of [...properties.keys()]) if (/^roles/.test(key)) properties.delete(key);
  expect([roleOf(company, ANA), roleOf(company, LENA)]).toEqual(["agent", "lead"]);
  company.workspace.clock.advance(FIVE_MINUTES);
  company.ana.type("People", "C3", "lead");
  expect(roleOf(company, ANA)).toBe("agent");
});
