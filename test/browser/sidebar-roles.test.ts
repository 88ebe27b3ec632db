import { aStart, aTicketShown, anEntry } from "../fixtures/sidebar.ts";
import type { HealthCheck, ViewName } from "../../src/sidebar/api.ts";
import { describeInChrome } from "./chrome.ts";
import { aServer } from "./sidebar-server.ts";
import { ok, overhang, type Server, sidebarTests, violations } from "./sidebar-page.ts";

const DORA = { email: "dora@example.com", name: "Dora Scott" };
const TICKET = aTicketShown({
  ...{ requester: DORA.email, requesterName: DORA.name, statusCategory: "waiting", status: "Pending" },
  ...{ verdict: "–", deadlines: [] },
  timeline: [
    anEntry(90, { what: "Created", actor: DORA.email }),
    anEntry(60, { what: "Reply", kind: "reply", after: "Is it plugged in?" }),
  ],
});

const asRole = (role: "lead" | "agent" | "requester" | "nobody" | "hidden", changes: Server = {}): Server =>
  aServer(
    {
      sidebarStart: () =>
        ok(
          aStart({
            agent: role === "hidden" ? { email: "", name: "", role } : { ...DORA, role },
            people: [],
            agents: [],
          }),
        ),
      sidebarTicket: () => ok(TICKET),
      ...changes,
    },
    TICKET,
  );

describeInChrome("What a role may not do is not offered", () => {
  const { open, questions } = sidebarTests();

  const OFFERED = [
    [
      "lead",
      ["Log a ticket", "Ticket", "Explain deadline", "Deleted", "Recompute", "Health", "Verify history", "Help"],
    ],
    [
      "agent",
      ["Log a ticket", "Ticket", "Explain deadline", "Deleted", "Recompute", "Health", "Verify history", "Help"],
    ],
    ["requester", ["Log a ticket", "Ticket", "Help"]],
    ["nobody", ["Log a ticket", "Ticket", "Help"]],
    ["hidden", ["Help"]],
  ] as const;
  test.each(OFFERED)("to a %s the views %j are", async (role, views) => {
    const page = await open("help", asRole(role));
    await page.getByRole("heading", { name: "This desk" }).waitFor();
    await page.getByRole("button", { name: "Help" }).click(); // which stands where "More" does
    const items = await page.getByRole("navigation").getByRole("button").allTextContents();
    expect(
      items
        .map((item) => item.replace(" ▾", ""))
        .filter((item, index) => items.indexOf(item) === index && !item.endsWith("▾")),
    ).toEqual(views);
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
  });

  const REFUSED: readonly (readonly [ViewName, "requester" | "hidden", RegExp])[] = [
    ["health", "requester", /Only agents may look at the desk's health: ask a lead to enter you in People/],
    ["recompute", "requester", /Only agents may/],
    ["explain", "requester", /Only agents may look at deadlines/],
    ["log", "hidden", /Google does not tell the desk who you are/],
  ];
  test.each(REFUSED)(
    "the menu opens %s for a %s: the page says why not, and asks nothing",
    async (view, role, sentence) => {
      const page = await open(view, asRole(role));
      await page.getByText(sentence).waitFor();
      expect(questions("sidebarHealth")).toEqual([]);
      expect(questions("sidebarRecompute")).toEqual([]);
      expect(await violations(page)).toEqual([]);
    },
  );

  test.each(["requester", "nobody"] as const)("a %s logs a ticket for themselves, by keyboard", async (role) => {
    const page = await open("log", asRole(role, { sidebarLogTicket: () => ok({ ticketId: "T-9", row: 10 }) }));
    await page.getByText("Requester: Dora Scott").waitFor();
    for (const name of ["Requester", "Priority", "Logged on behalf of", "Happened at"])
      expect(await page.getByLabel(name).count()).toBe(0);
    expect(await page.getByRole("radio").count()).toBe(0);
    await page.keyboard.type("No sound");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Since this morning.");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await page.getByText("T-9").first().waitFor();
    expect(questions("sidebarLogTicket")).toMatchObject([
      {
        ...{ requester: DORA.email, subject: "No sound", description: "Since this morning." },
        ...{ priority: "", channel: "", loggedOnBehalfOf: "", answeredLive: false },
      },
    ]);
  });

  test("a requester reads what was answered and writes more; what the server refuses is said", async () => {
    const problem = { kind: "not-allowed", sentence: "T-1042 is closed: log a new ticket.", field: "said" };
    let isFirst = true;
    const page = await open(
      "ticket",
      asRole("requester", {
        sidebarUpdateTicket: () => {
          const answer = isFirst ? { ok: false as const, problem } : ok(TICKET);
          isFirst = false;
          return answer;
        },
      }),
    );
    await page.getByText("Is it plugged in?").waitFor();
    for (const name of ["Status", "Priority", "Assignee", "Internal note"])
      expect(await page.getByLabel(name, { exact: true }).count()).toBe(0);
    expect(await page.getByRole("region", { name: "Deadlines" }).count()).toBe(0);
    await page.getByLabel("Your message").fill("Yes, it is.");
    await page.getByText("The ticket becomes open again.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(problem.sentence).waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
    const [first, second] = questions("sidebarUpdateTicket");
    expect(first).toMatchObject({ ticketId: "T-1042", changes: {}, said: { kind: "inbound", text: "Yes, it is." } });
    expect(second).toEqual(first);
    expect(await page.getByLabel("Your message").inputValue()).toBe("");
  });

  const roles = [{ email: DORA.email, role: "lead" as const }];
  const WAITS: HealthCheck = { name: "Roles", state: "warning", sentence: "Nobody knows by whom.", roles };
  const HELD: Server = {
    sidebarHealth: () => ok([WAITS]),
    sidebarConfirmRoles: () => ok([{ name: "Roles", state: "ok", sentence: "Every role was given by a lead." }]),
  };

  test("a lead confirms a role that waits; an agent only hears of it", async () => {
    const agents = await open("health", asRole("agent", HELD));
    await agents.getByText(WAITS.sentence).waitFor();
    expect(await agents.getByRole("button", { name: "Confirm" }).count()).toBe(0);
    const page = await open("health", asRole("lead", HELD));
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Confirm this role" }).click();
    await page.getByText("All is well").waitFor();
    expect(questions("sidebarConfirmRoles")).toEqual([{ roles }]);
  });

  test.each([
    ["lead", 1],
    ["agent", 0],
  ] as const)("a %s has %d buttons to apply what recomputing would do", async (role, count) => {
    const effects = { breached: 0, earlier: 1, later: 0, unpromised: 0, same: 0 };
    const policies = [{ policy: "Standard, version 2", tickets: 1, effects, examples: [] }];
    const page = await open(
      "recompute",
      asRole(role, { sidebarRecompute: () => ok({ key: "k", lastRow: 9, next: null, policies }) }),
    );
    await page.getByText("Standard, version 2").waitFor();
    expect(await page.getByRole("button", { name: "Apply" }).count()).toBe(count);
    expect(await page.getByText("A lead can apply it.").count()).toBe(1 - count);
  });
});
