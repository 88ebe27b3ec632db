import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const DESK = { project: "test/browser/workbench-desk", file: "test/browser/workbench-desk/tickets.csv" };

describeInChrome("finding in the sheet", () => {
  const desk = new WorkbenchPage(DESK);

  beforeAll(async () => {
    await desk.open();
    await desk.type("A150", "far away: Ábaco");
    await desk.goTo("A1");
  });
  afterAll(() => desk.close());

  const field = () => desk.page.getByRole("textbox", { name: "Find in sheet" });
  const says = (text: string) => desk.page.locator(".find [role=status]", { hasText: text }).waitFor();
  const at = () => desk.address.inputValue();

  test("goes to the first place, says how many there are, and on to the next and back around", async () => {
    await desk.page.keyboard.press("Control+f");
    await field().fill("t-");
    await says("1 of 4");
    expect(await at()).toBe("A2");
    await field().press("Enter");
    await says("2 of 4");
    expect(await at()).toBe("A3");
    await field().press("Shift+Enter");
    await field().press("Shift+Enter");
    await says("4 of 4");
    expect(await at()).toBe("A5");
    await desk.page.getByRole("button", { name: "Next" }).click();
    await says("1 of 4");
    expect(await desk.page.locator(".rgCell.found").count()).toBe(4);
  });

  test("finds rows that are not drawn, with or without accents and capitals", async () => {
    await field().fill("abaco");
    await says("1 of 1");
    expect(await at()).toBe("A150");
    await desk.page.locator(".rgCell.found .text", { hasText: "Ábaco" }).waitFor();
  });

  test("says that there is nothing, and moves nowhere", async () => {
    await field().fill("no such thing");
    await says("Nothing found");
    expect(await at()).toBe("A150");
  });

  test("counts anew when cells change", async () => {
    await field().fill("away");
    await says("1 of 1");
    await desk.type("A151", "right away");
    await says("of 2");
  });

  test("what is being written stays in its own cell", async () => {
    await desk.goTo("G5");
    await desk.page.keyboard.type("half a sentence");
    await desk.page.keyboard.press("Control+f");
    await field().fill("T-2");
    await says("1 of 1");
    await desk.shows("G5", "half a sentence");
    await desk.shows("A3", "T-2");
    await desk.goTo("G6");
    await desk.page.keyboard.type("another half");
    await desk.goTo("A2");
    await desk.shows("G6", "another half");
    await desk.shows("A2", "T-1");
  });

  test("has no accessibility faults", async () => expect(await desk.faults()).toEqual([]));

  test("Escape closes it and gives the keys back to the cells", async () => {
    await field().press("Escape");
    await field().waitFor({ state: "detached" });
    expect(await desk.editor.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await desk.page.locator(".rgCell.found").count()).toBe(0);
    expect(desk.errors).toEqual([]);
  });
});
