import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const DESK = { project: "test/browser/workbench-desk", file: "test/browser/workbench-desk/tickets.csv" };

describeInChrome("filters", () => {
  const desk = new WorkbenchPage(DESK);

  beforeAll(() => desk.open());
  afterAll(() => desk.close());

  const panel = () => desk.page.getByRole("dialog", { name: "Filter of" });
  const ok = async (): Promise<void> => {
    await panel().getByRole("button", { name: "OK" }).click();
    await panel().waitFor({ state: "detached" });
  };
  /** Waits until just these tickets are shown. */
  const showsTickets = (...tickets: string[]): Promise<unknown> =>
    desk.page.waitForFunction((wanted) => {
      const texts = [...document.querySelectorAll(".rgCell .text")].map((cell) => cell.textContent ?? "");
      return texts.filter((text) => /^T-\d/.test(text)).join() === wanted;
    }, tickets.join());

  test("are made for the whole table, and opened at a header cell with the mouse or the keys", async () => {
    await desk.goTo("B3");
    await desk.choose("Data", "Create a filter");
    await desk.page.locator(".funnel").nth(5).waitFor();
    expect(await desk.page.locator(".funnel").count()).toBe(6);
    await desk.page.locator(".funnel").nth(2).click();
    await desk.page.getByRole("dialog", { name: "Filter of Who" }).waitFor();
    expect(await panel().getByRole("list", { name: "Values" }).innerText()).toMatch(/Ada\s*2\s*Bob\s*1\s*Cy\s*1/);
    expect(await desk.faults()).toEqual([]);
    await desk.page.keyboard.press("Escape");
    await desk.goTo("B1");
    await desk.page.keyboard.press("Alt+ArrowDown");
    await desk.page.getByRole("dialog", { name: "Filter of Status" }).waitFor();
  });

  test("hide rows by their values", async () => {
    await panel().getByRole("checkbox", { name: "Open" }).uncheck();
    await ok();
    await showsTickets("T-2", "T-4");
    expect(await desk.page.locator(".funnel.active").count()).toBe(1);
    await desk.goTo("A3");
    await desk.page.keyboard.press("ArrowDown"); // hidden rows are stepped over
    expect(await desk.address.inputValue()).toBe("A5");
  });

  test("search the values, and clear or select those that are found", async () => {
    await desk.page.locator(".funnel").nth(2).click();
    await panel().getByRole("button", { name: "Clear" }).click();
    await panel().getByRole("searchbox").fill("b");
    await panel()
      .getByRole("button", { name: /Select all 1/ })
      .click();
    await ok();
    await showsTickets("T-2");
  });

  test("undo takes a filter's change back, redo does it again", async () => {
    await desk.editor.press("Control+z");
    await showsTickets("T-2", "T-4");
    await desk.editor.press("Control+y");
    await showsTickets("T-2");
  });

  test("hide rows by a condition, and say what can't be read as one", async () => {
    await desk.page.locator(".funnel").nth(2).click();
    await panel()
      .getByRole("button", { name: /Select all/ })
      .click();
    await ok();
    await desk.page.locator(".funnel").nth(1).click();
    await panel()
      .getByRole("button", { name: /Select all/ })
      .click();
    await panel().getByLabel("Condition").selectOption({ label: "Greater than" });
    await panel().getByLabel("Value", { exact: true }).fill("many");
    await panel().getByRole("button", { name: "OK" }).click();
    await desk.page.locator(".toast.problem", { hasText: '"many" is not a number.' }).waitFor();
    await panel().getByLabel("Condition").selectOption({ label: "Text contains" });
    await panel().getByLabel("Value", { exact: true }).fill("en");
    await ok();
    await showsTickets("T-1", "T-3", "T-4");
    await desk.page.locator(".funnel").nth(1).click();
    expect(await panel().getByLabel("Condition").inputValue()).toBe("TEXT_CONTAINS");
    await desk.page.keyboard.press("Escape");
  });

  test("sort the rows below the header", async () => {
    await desk.page.locator(".funnel").nth(0).click();
    await panel().getByRole("button", { name: "Sort Z to A" }).click();
    await showsTickets("T-4", "T-3", "T-1");
  });

  test("are removed, and everything is shown again", async () => {
    await desk.page.getByRole("button", { name: "Remove filter" }).click();
    await showsTickets("T-4", "T-3", "T-2", "T-1");
    expect(await desk.page.locator(".funnel").count()).toBe(0);
    expect(desk.errors).toEqual([]);
  });
});
