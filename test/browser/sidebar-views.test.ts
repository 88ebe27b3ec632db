import type { ViewName } from "../../src/sidebar/api.ts";
import { aPerson, aStart, aTicketShown, anEntry } from "../fixtures/sidebar.ts";
import { describeInChrome } from "./chrome.ts";
import { aServer } from "./sidebar-server.ts";
import { ok, overhang, sidebarTests, violations } from "./sidebar-page.ts";

const HOSTILE = `<img src=x onerror="alert(1)"> =HYPERLINK("https://evil.example","x") </script><script>alert(2)</script> ${"W".repeat(90)}`;

describeInChrome("The sidebar", () => {
  const { open: openView, questions } = sidebarTests();
  const open = (view: ViewName, server = aServer()) => openView(view, server);

  const views = [
    ["log", "Requester"],
    ["ticket", "Laptop won't wake from sleep"],
    ["health", "One thing needs a look"],
    ["verify", "Recomputes every ticket"],
    ["deleted", "Old printer"],
    ["help", "Happened at"],
  ] as const;
  test.each(views)("%s opens first where the server says so, accessible and within 300 px", async (view, text) => {
    const page = await open(view);
    await page.getByText(text).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
  });

  test.each(["log", "ticket", "health", "deleted"] as const)(
    "%s says that it is loading, and why it can't",
    async (view) => {
      const silent = await open(view, { ...aServer(), sidebarStart: () => "never" });
      await silent.getByText("Loading").waitFor({ state: "attached" });
      expect(await violations(silent)).toEqual([]);
      const broken = await open(view, {
        ...aServer(),
        sidebarStart: () => ({ throws: "Service Spreadsheets timed out" }),
      });
      await broken.getByText("Service Spreadsheets timed out").waitFor();
      expect(await violations(broken)).toEqual([]);
    },
  );

  test("a call that failed is made again at a click", async () => {
    let attempts = 0;
    const page = await open(
      "health",
      aServer({ sidebarHealth: () => (++attempts === 1 ? { throws: "busy" } : ok([])) }),
    );
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("All is well").waitFor();
  });

  test("a desk that is not set up says what to do", async () => {
    const page = await open("log", aServer({ sidebarStart: () => ok(aStart({ isSetUp: false })) }));
    await page.getByText("Choose Set up in the Helpdesk menu").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("no selected ticket and no deleted ticket are said, not left blank", async () => {
    const page = await open("ticket", aServer({ sidebarDeleted: () => ok([]) }, null));
    await page.getByText("No ticket selected").waitFor();
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "Deleted" }).click();
    await page.getByText("Nothing is missing").waitFor();
  });

  test("a verification shows how far it is, its result, and leads to a ticket", async () => {
    let goOn: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => (goOn = resolve));
    const difference = { ticketId: "T-1042", sentence: "Status is Open in the sheet and Resolved in the history." };
    const page = await open(
      "verify",
      aServer({
        sidebarVerify: async ({ isFresh }) => {
          if (isFresh) return ok({ done: false, text: "400 of 1,000 tickets", share: 0.4, differences: [] });
          await wait;
          return ok({
            done: true,
            text: "1,000 tickets, 8,120 events, 310 conversations, 25 mails, 1 difference",
            differences: [difference],
          });
        },
      }),
    );
    await page.getByRole("button", { name: "Verify now" }).click();
    await page.getByText("400 of 1,000 tickets").waitFor();
    expect(await page.getByRole("progressbar").getAttribute("value")).toBe("0.4");
    goOn();
    await page.getByText("1 difference").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "T-1042" }).click();
    await page.getByRole("heading", { name: "Laptop won't wake" }).waitFor();
    expect(questions("sidebarTicket")).toEqual([{ ticketId: "T-1042" }]);
  });

  test("a deleted ticket is restored", async () => {
    const page = await open("deleted", aServer({ sidebarRestore: () => ok({ ticketId: "T-7", row: 48 }) }));
    await page.getByRole("button", { name: "Restore T-7" }).click();
    await page.getByText("T-7 is back in row 48.").waitFor();
    await page.getByText("Nothing is missing").waitFor();
  });

  test("texts from outside are shown, never carried out", async () => {
    const ticket = aTicketShown({
      ...{ subject: HOSTILE, description: HOSTILE, requesterName: HOSTILE, tags: HOSTILE, status: HOSTILE },
      timeline: [anEntry(1, { what: HOSTILE, before: HOSTILE, after: HOSTILE, actor: HOSTILE, source: HOSTILE })],
    });
    const page = await open(
      "ticket",
      aServer({ sidebarStart: () => ok(aStart({ people: [aPerson(HOSTILE)], selected: ticket })) }, ticket),
    );
    await page.getByRole("heading", { name: "<img src=x" }).waitFor();
    expect(await overhang(page)).toBe(0);
    await page.getByRole("button", { name: "Log a ticket" }).click();
    await page.getByLabel("Requester").fill("img");
    await page.getByRole("option", { name: "<img" }).waitFor();
    expect(await overhang(page)).toBe(0);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(2); // the sidebar and the choice of its view
  });
});
