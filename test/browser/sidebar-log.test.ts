import type { Page } from "playwright-core";
import { aPerson, NOW_AT } from "../fixtures/sidebar.ts";
import { describeInChrome } from "./chrome.ts";
import { ok, type Server, sidebarTests } from "./sidebar-page.ts";

const saved = { ticketId: "T-1043", row: 44 };

describeInChrome("Log a ticket", () => {
  const { open: openView, questions } = sidebarTests();
  const open = async (server: Server): Promise<Page> => {
    const page = await openView("log", server);
    await page.getByLabel("Requester").waitFor();
    return page;
  };
  const logCalls = () => questions("sidebarLogTicket");
  const press = async (page: Page, ...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const waitForFocus = (page: Page, name: string) =>
    page.waitForFunction((wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted, name);

  test("from an open sidebar to the next ticket with the keyboard alone", async () => {
    const page = await open({ sidebarLogTicket: () => ok(saved) });
    await page.keyboard.type("dani");
    await page.getByRole("option", { name: "Daniel Okafor" }).waitFor();
    await press(page, "Tab");
    await page.keyboard.type("Projector flickers");
    await press(page, "Tab");
    await page.keyboard.type("In room 4\nsince noon");
    await press(page, "Tab", "H", "Tab", "H", "Tab", "ArrowRight", "Tab");
    await press(page, "Space", "Space", "Tab"); // answered on the spot, as it is ticked already
    await page.keyboard.type("Mira Petrova");
    await press(page, "Tab");
    await page.keyboard.type("13:30");
    await press(page, "Control+Enter");
    await page.getByText("T-1043").waitFor();
    expect(logCalls()).toEqual([
      {
        requestId: expect.stringMatching(/^[0-9a-f]{24}$/) as string,
        requester: "daniel.okafor@example.com",
        requesterName: "Daniel Okafor",
        subject: "Projector flickers",
        description: "In room 4\nsince noon",
        category: "Hardware",
        priority: "High",
        channel: "visit",
        loggedOnBehalfOf: "Mira Petrova",
        answeredLive: true,
        happenedAt: NOW_AT - 30 * 60_000,
      },
    ]);
    await press(page, "Enter"); // "Log another" has the focus
    await waitForFocus(page, "requester");
    await page.keyboard.type("a.new@example.com");
    await press(page, "Tab");
    await page.keyboard.type("Second");
    await press(page, "Control+Enter");
    await page.getByText("Second").waitFor();
    const [first, second] = logCalls() as { requestId: string; channel: string }[];
    expect(second).toMatchObject({ requester: "a.new@example.com", requesterName: "", channel: "visit" });
    expect(second?.requestId).not.toBe(first?.requestId);
  });

  test("suggestions: arrows choose, Enter takes, Escape keeps the text, earlier tickets are asked", async () => {
    const page = await open({ sidebarSuggest: ({ text }) => ok(text === "dana w" ? [aPerson("Dana White")] : []) });
    const requester = page.getByLabel("Requester");
    await page.keyboard.type("dan");
    await press(page, "ArrowDown", "Enter");
    expect(await requester.inputValue()).toBe("Daniel Okafor <daniel.okafor@example.com>");
    await requester.fill("");
    await page.keyboard.type("dan");
    await press(page, "Escape", "Tab");
    expect(await requester.inputValue()).toBe("dan");
    await requester.focus();
    await requester.fill("");
    await page.keyboard.type("dana w");
    await page.getByRole("option", { name: "Dana White" }).click();
    expect(await requester.inputValue()).toBe("Dana White <dana.white@example.com>");
  });

  test("what is missing is said beside its field, and goes when it is mended", async () => {
    const page = await open({});
    await page.getByLabel("Happened at").fill("soon");
    await press(page, "Control+Enter");
    await waitForFocus(page, "requester");
    for (const [label, sentence] of [
      ["Requester", "Who asks?"],
      ["Subject", "What is it about?"],
      ["Happened at", "“soon” is not a time that can be read."],
    ] as const) {
      const field = page.getByLabel(label, { exact: true });
      const remarkId = (await field.getAttribute("aria-describedby")) ?? "";
      expect(await page.locator(`#${remarkId}`).textContent()).toContain(sentence);
      expect(await field.getAttribute("aria-invalid")).toBe("true");
    }
    await page.getByLabel("Subject").fill("Projector");
    expect(await page.getByLabel("Subject").getAttribute("aria-invalid")).toBeNull();
    expect(await page.getByLabel("Requester").getAttribute("aria-invalid")).toBe("true");
    expect(logCalls()).toEqual([]);
  });

  test.each([460, 600])("a field and its sentence can be seen above the button, %d pixels high", async (height) => {
    const page = await open({});
    await page.setViewportSize({ width: 300, height });
    await page.getByLabel("Requester").fill("Dana Scott");
    await page.getByLabel("Subject").fill("Projector");
    const happened = page.getByLabel("Happened at");
    const buttonTop = await page.locator(".sticky").evaluate((bar) => bar.getBoundingClientRect().top);
    const bottomOf = (id: string) => page.locator(id).evaluate((it) => it.getBoundingClientRect().bottom);
    for (let tabs = 0; tabs < 7; tabs++) await press(page, "Tab");
    await waitForFocus(page, "happenedAt");
    expect(await bottomOf("#happenedAt")).toBeLessThan(buttonTop);
    await page.keyboard.type("soon");
    await page.getByLabel("Subject").focus();
    await press(page, "Control+Enter");
    await happened.and(page.locator("[aria-invalid]")).waitFor();
    await waitForFocus(page, "happenedAt");
    expect(await bottomOf("#happenedAt-remark")).toBeLessThan(buttonTop);
  });

  test("a refusal of the server stands beside the field it names", async () => {
    const sentence = "dana@example is not an address.";
    const page = await open({
      sidebarLogTicket: () => ({ ok: false, problem: { kind: "invalid-input", sentence, field: "requester" } }),
    });
    await page.getByLabel("Requester").fill("dana@example");
    await page.getByLabel("Subject").fill("Projector");
    await press(page, "Control+Enter");
    await page.getByText(sentence).waitFor();
    await waitForFocus(page, "requester");
    expect(await page.locator("#requester-remark").textContent()).toBe(sentence);
  });

  test("a failed call costs nothing: the draft stays, a retry carries the same id", async () => {
    let attempts = 0;
    const page = await open({
      sidebarLogTicket: () => (++attempts === 1 ? { throws: "We're sorry, a server error occurred." } : ok(saved)),
    });
    await page.getByLabel("Requester").fill("Dana Scott");
    await page.getByLabel("Subject").fill("Projector");
    await page.setViewportSize({ width: 300, height: 400 });
    await page.getByLabel("Happened at").focus();
    await press(page, "Control+Enter");
    await page.getByRole("alert").waitFor();
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBeLessThan(20);
    expect(await page.getByRole("alert").textContent()).toContain("a server error occurred");
    expect(await page.getByRole("alert").textContent()).toContain("nothing is saved twice");
    expect(await page.getByLabel("Subject").inputValue()).toBe("Projector");
    await press(page, "Control+Enter");
    await page.getByText("T-1043").waitFor();
    const [first, second] = logCalls();
    expect(second).toEqual(first);
  });

  test("a text changed after an attempt that may have been saved is pointed out", async () => {
    let attempts = 0;
    const page = await open({ sidebarLogTicket: () => (++attempts === 1 ? { throws: "lost" } : ok(saved)) });
    await page.getByLabel("Requester").fill("Dana Scott");
    await page.getByLabel("Subject").fill("Projector");
    await press(page, "Control+Enter");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Subject").fill("Projector in room 4");
    await press(page, "Control+Enter");
    await page.getByText("Your first attempt had been saved after all").waitFor();
  });

  test("two clicks and a key are one ticket", async () => {
    let answer: () => void = () => undefined;
    const page = await open({ sidebarLogTicket: () => new Promise((resolve) => (answer = () => resolve(ok(saved)))) });
    await page.getByLabel("Requester").fill("Dana Scott");
    await page.getByLabel("Subject").fill("Projector");
    await page.getByRole("button", { name: "Log ticket" }).dblclick();
    await press(page, "Control+Enter");
    answer();
    await page.getByText("T-1043").waitFor();
    expect(logCalls()).toHaveLength(1);
  });

  test("Enter in a field sends nothing, and a look elsewhere keeps the draft", async () => {
    const page = await open({ sidebarHealth: () => ok([]) });
    await page.getByLabel("Requester").fill("Dana Scott");
    await page.getByLabel("Subject").fill("Projector");
    await press(page, "Enter");
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "Health" }).click();
    await page.getByText("All is well").waitFor();
    await page.getByRole("button", { name: "Log a ticket" }).click();
    expect(await page.getByLabel("Subject").inputValue()).toBe("Projector");
    expect(logCalls()).toEqual([]);
  });
});
