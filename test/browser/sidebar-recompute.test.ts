import type { PolicyEffect } from "../../src/sidebar/api.ts";
import { aStart } from "../fixtures/sidebar.ts";
import { describeInChrome } from "./chrome.ts";
import { aServer } from "./sidebar-server.ts";
import { ok, overhang, sidebarTests, violations } from "./sidebar-page.ts";

const effects = { breached: 2, earlier: 30, later: 0, unpromised: 0, same: 4 };

const anEffect = (changes: Partial<PolicyEffect> = {}): PolicyEffect => ({
  ...{ policy: "Standard, version 2", tickets: 36, effects },
  examples: [{ ticketId: "T-7", subject: "Old printer", sentence: "resolution due Wed 4 Mar 17:00 → Tue 3 Mar 13:00" }],
  ...changes,
});

const A_LEAD = () => ok(aStart({ agent: { email: "lea@example.com", name: "Lea", role: "lead" } }));

describeInChrome("Recompute", () => {
  const { open, questions } = sidebarTests();

  test("shows what would change, slice by slice, and writes only on a click; then looks again", async () => {
    let isApplied = false;
    const page = await open(
      "recompute",
      aServer({
        sidebarStart: A_LEAD,
        sidebarRecompute: ({ from }) =>
          ok({
            key: "Standard 2",
            lastRow: 90_000,
            next: from === 2 ? 50_002 : null,
            policies: isApplied ? [] : [anEffect()],
          }),
        sidebarRecomputeApply: ({ from }) => {
          isApplied = true;
          return ok({ changed: 36, lastRow: 90_000, next: from === 2 ? 1002 : null });
        },
      }),
    );
    await page.getByRole("button", { name: "Apply to 72 tickets" }).waitFor();
    const rows = await page.getByRole("region", { name: "Standard, version 2" }).locator("tr").allTextContents();
    expect(rows).toEqual(["breached at once4", "due earlier60", "no deadline moves8"]);
    expect(questions("sidebarRecomputeApply")).toEqual([]);
    await page.getByRole("button", { name: "Apply to 72 tickets" }).click();
    await page.getByText("Applied to 72 tickets.").waitFor();
    await page.getByText("Nothing to recompute").waitFor();
    expect(questions("sidebarRecomputeApply")).toEqual([
      { key: "Standard 2", from: 2 },
      { key: "Standard 2", from: 1002 },
    ]);
  });

  test("a refusal is said, hostile names fit and run nothing, a screen reader finds nothing wrong", async () => {
    const hostile = `<img src=x onerror=alert(1)>${"W".repeat(150)}`;
    const policies = [
      anEffect({ policy: hostile, examples: [{ ticketId: "T-7", subject: hostile, sentence: hostile }] }),
    ];
    const refusal = { ok: false, problem: { kind: "not-allowed", sentence: "Only a lead may do that." } } as const;
    const page = await open(
      "recompute",
      aServer({
        sidebarStart: A_LEAD,
        sidebarRecompute: () => ok({ key: "k", lastRow: 9, next: null, policies }),
        sidebarRecomputeApply: () => refusal,
      }),
    );
    await page.getByRole("button", { name: "Apply to 36 tickets" }).click();
    await page.getByText("Only a lead may do that.").waitFor();
    expect(await overhang(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
