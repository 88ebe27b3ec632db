import type { TicketUpdate } from "../../src/sidebar/api.ts";
import { aTicketShown, NOW_AT } from "../fixtures/sidebar.ts";
import { describeInChrome } from "./chrome.ts";
import { aServer } from "./sidebar-server.ts";
import { ok, overhang, sidebarTests, violations } from "./sidebar-page.ts";

const conflicts = [
  { field: "status", yours: "Resolved", theirs: "Pending", by: "ben@example.com", at: NOW_AT - 60_000 },
  { field: "priority", yours: "High", theirs: "Low", by: "unknown", at: 0 },
];
const problem = { kind: "conflict", sentence: "Somebody else has changed this ticket meanwhile.", conflicts };

/** Refuses until what was seen is what the colleague wrote. */
const sidebarUpdateTicket = ({ seen, changes }: TicketUpdate) =>
  "status" in changes && seen?.status !== "Pending" ? { ok: false as const, problem } : ok(aTicketShown());

describeInChrome("Two who change one ticket, in the sidebar", () => {
  const { open, questions } = sidebarTests();

  test("both wishes are shown, one field is kept and one overruled, and only that is saved, by keyboard", async () => {
    const page = await open("ticket", aServer({ sidebarUpdateTicket }));
    await page.getByLabel("Status", { exact: true }).selectOption("Resolved");
    await page.getByLabel("Priority", { exact: true }).selectOption("High");
    await page.getByRole("button", { name: "Save" }).click();
    const status = page.getByRole("group", { name: "Status: two changes" });
    await status.getByText("set Status to Pending").waitFor();
    expect(await page.getByRole("group", { name: "Priority: two changes" }).innerText()).toContain("Somebody set");
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await page.getByRole("button", { name: "Keep Low" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Use Resolved" }).click();
    await page.getByText("Somebody else has changed").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved").waitFor();
    const [first, second] = questions("sidebarUpdateTicket") as TicketUpdate[];
    expect(second).toMatchObject({ requestId: first?.requestId, changes: { status: "Resolved" } });
    expect(second?.changes).not.toHaveProperty("priority");
    expect(second?.seen).toMatchObject({ status: "Pending" });
  });
});
