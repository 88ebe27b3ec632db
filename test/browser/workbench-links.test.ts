import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const DESK = { project: "test/browser/workbench-desk", file: "test/browser/workbench-desk/tickets.csv" };

describeInChrome("links in cells", () => {
  const desk = new WorkbenchPage(DESK);

  beforeAll(async () => {
    await desk.open();
    await desk.context.route("https://example.org/**", (route) => route.fulfill({ body: "the other page" }));
    await desk.choose("Desk", "Prepare links");
    await desk.page.locator(".rgCell .link", { hasText: "formula" }).waitFor();
  });
  afterAll(() => desk.close());

  const card = () => desk.page.locator(".link-card");

  const cases: [a1: string, what: string, links: [text: string, url: string | null][]][] = [
    ["E2", "a formula, its address put together", [["formula", "https://example.org/T-1"]]],
    ["E3", "rich text with two", [["one", "https://example.org/one"], ["two", "https://example.org/two"]]], // prettier-ignore
    ["E4", "an address as text", [["https://example.org/plain", "https://example.org/plain"]]],
    ["E7", "mail", [["Ada", "mailto:ada@example.org"]]],
    ["E6", "a place in the same file", [["further down", null]]],
  ];
  test.each(cases)("%s: %s", async (a1, _, links) => {
    await desk.goTo(a1);
    await card().waitFor();
    const shown = await card().evaluate((element) =>
      [...element.children].map((link) => [link.querySelector("b")?.textContent, link.getAttribute("href")]),
    );
    expect(shown).toEqual(links);
  });

  test("one that would run a script is none", async () => {
    await desk.goTo("E5");
    await desk.barShows('=HYPERLINK("javascript:alert(1)", "evil")');
    expect(await card().count()).toBe(0);
    expect(await desk.page.locator(".rgCell .link", { hasText: "evil" }).count()).toBe(0);
  });

  test("is followed by a click on what the pointer shows, in a tab of its own that knows nothing of this one", async () => {
    await desk.goTo("A1");
    await desk.page.locator(".rgCell .link", { hasText: "formula" }).hover();
    const opened = desk.context.waitForEvent("page");
    await card().getByRole("link", { name: "formula" }).click();
    const other = await opened;
    await other.waitForLoadState();
    expect(other.url()).toBe("https://example.org/T-1");
    expect(await other.evaluate(() => [window.opener as unknown, document.referrer])).toEqual([null, ""]);
    await other.close();
  });

  test("is followed with the keys", async () => {
    await desk.goTo("E4");
    const opened = desk.context.waitForEvent("page");
    await desk.page.keyboard.press("Alt+Enter");
    const other = await opened;
    expect(other.url()).toBe("https://example.org/plain");
    await other.close();
  });

  test("a place in the same file is shown here", async () => {
    await desk.goTo("E6");
    await card().getByRole("button", { name: "further down" }).click();
    await desk.page.waitForFunction(() => document.querySelector<HTMLInputElement>(".address")?.value === "A150");
    expect(await card().count()).toBe(0);
    expect(desk.errors).toEqual([]);
  });

  test("has no accessibility faults", async () => {
    await desk.goTo("E3");
    await card().waitFor();
    expect(await desk.faults()).toEqual([]);
  });
});
