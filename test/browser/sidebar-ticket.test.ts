import type { ViewName } from "../../src/sidebar/api.ts";
import { aTicketShown } from "../fixtures/sidebar.ts";
import { describeInChrome } from "./chrome.ts";
import { aServer } from "./sidebar-server.ts";
import { ok, sidebarTests } from "./sidebar-page.ts";

describeInChrome("The ticket in the sidebar", () => {
  const { open: openView, questions } = sidebarTests();
  const open = (server = aServer(), view: ViewName = "ticket") => openView(view, server);

  test("status, priority, assignee and a note are saved together", async () => {
    const after = aTicketShown({ status: "Pending", statusCategory: "waiting" });
    const page = await open(aServer({ sidebarUpdateTicket: () => ok(after) }));
    await page.getByLabel("Status").selectOption("Pending");
    await page.getByLabel("Priority").selectOption("Low");
    await page.getByLabel("Priority").selectOption("High"); // taken back
    await page.getByLabel("Assignee").selectOption("");
    await page.getByLabel("Internal note").fill("Asked for the serial number");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Saved").waitFor();
    expect(questions("sidebarUpdateTicket")).toEqual([
      {
        requestId: expect.any(String) as string,
        ticketId: "T-1042",
        changes: { status: "Pending", assignee: "" },
        seen: { status: "Open", priority: "High", assignee: "ava.chen@example.com" },
        said: { kind: "note", text: "Asked for the serial number" },
      },
    ]);
    expect(await page.getByLabel("Internal note").inputValue()).toBe("");
  });

  test("a refused change stands beside its field and keeps what was typed", async () => {
    const sentence = "T-1042 is Closed and can't become New.";
    const refusal = { ok: false, problem: { kind: "not-allowed", sentence, field: "status" } } as const;
    const page = await open(aServer({ sidebarUpdateTicket: () => refusal }));
    await page.getByLabel("Status").selectOption("New");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(sentence).waitFor();
    expect(await page.locator("#status-remark").textContent()).toBe(sentence);
    expect(await page.getByLabel("Status").inputValue()).toBe("New");
  });

  test("the selection is followed, but never takes away what is being typed", async () => {
    let selected = aTicketShown();
    const page = await open(aServer({ sidebarSelected: () => ok(selected) }));
    await page.getByRole("heading", { name: "Laptop won't wake" }).waitFor();
    selected = aTicketShown({ ticketId: "T-1050", subject: "Badge reader" });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.getByRole("heading", { name: "Badge reader" }).waitFor();
    await page.getByLabel("Internal note").fill("half a sentence");
    selected = aTicketShown({ ticketId: "T-1051", subject: "Third" });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.getByText("T-1051 is selected now").waitFor();
    expect(await page.getByLabel("Internal note").inputValue()).toBe("half a sentence");
    await page.getByRole("button", { name: "Discard it and show T-1051" }).click();
    await page.getByRole("heading", { name: "Third" }).waitFor();
    expect(await page.getByLabel("Internal note").inputValue()).toBe("");
  });

  test("the selection is asked for every few seconds while the page can be seen, else not at all", async () => {
    const page = await open(aServer(), "help");
    await page.clock.install();
    await page.getByRole("button", { name: "Ticket", exact: true }).click();
    await page.getByRole("heading", { name: "Laptop won't wake" }).waitFor();
    const before = questions("sidebarSelected").length;
    for (let turn = 0; turn < 3; turn++) {
      await page.clock.runFor(4_000);
      await page.waitForTimeout(30);
    }
    const seen = questions("sidebarSelected").length;
    expect(seen - before).toBe(3);
    await page.evaluate(() =>
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true }),
    );
    await page.clock.runFor(60_000);
    expect(questions("sidebarSelected")).toHaveLength(seen);
  });

  test("the timeline shows who, when and what, the newest first", async () => {
    const page = await open();
    await page.getByText("Created").first().waitFor();
    const entries = await page.locator(".timeline li").allTextContents();
    expect(entries[0]).toBe("Mon 2 Mar, 13:48 · Noah Berg · sheetPriority Medium → High");
    expect(entries[3]).toBe("Mon 2 Mar, 09:10 · Ava Chen · sheetAssignee empty → Ava Chen");
    expect(entries[4]).toBe(
      "Mon 2 Mar, 09:00 · Ava Chen · sidebarCreatedSubject Laptop won't wake from sleepRequester Dana Scott",
    );
  });
});
