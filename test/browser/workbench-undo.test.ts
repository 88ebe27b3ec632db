import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

describeInChrome("undo and redo", () => {
  const desk = new WorkbenchPage();

  beforeAll(() => desk.open());
  afterAll(() => desk.close());

  const tool = (name: string) => desk.page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name });
  const enabled = async (): Promise<boolean[]> => [await tool("Undo").isEnabled(), await tool("Redo").isEnabled()];

  test("are offered where there is something to take back or to do again", async () => {
    expect(await enabled()).toEqual([false, false]);
    await desk.type("B2", "33");
    await desk.shows("B2", "33");
    expect(await enabled()).toEqual([true, false]);
    await tool("Undo").click();
    await desk.barShows("3");
    expect(await enabled()).toEqual([false, true]);
    await desk.page.keyboard.press("ArrowRight"); // the keys are the grid's again
    expect(await desk.address.inputValue()).toBe("C2");
    await tool("Redo").click();
    await desk.shows("B2", "33");
    expect(await enabled()).toEqual([true, false]);
  });

  test("stand in the menu as well, and in the same state", async () => {
    const menu = desk.page.getByRole("button", { name: "Edit", exact: true });
    await menu.click();
    expect(await desk.page.getByRole("menuitem", { name: "Redo" }).getAttribute("aria-disabled")).toBe("true");
    await desk.page.getByRole("menuitem", { name: "Undo" }).click();
    await desk.shows("B2", "3");
    await menu.click();
    expect(await desk.page.getByRole("menuitem", { name: "Undo" }).getAttribute("aria-disabled")).toBe("true");
    await desk.page.getByRole("menuitem", { name: "Redo" }).click();
    await desk.shows("B2", "33");
    expect(desk.errors).toEqual([]);
  });

  test("menus are gone through with the arrow keys", async () => {
    await desk.page.getByRole("button", { name: "File", exact: true }).press("Enter");
    const open = (name: string) => desk.page.getByRole("menu", { name }).waitFor();
    await open("File");
    await desk.page.keyboard.press("ArrowRight");
    await open("Edit");
    await desk.page.keyboard.press("ArrowLeft");
    await desk.page.keyboard.press("ArrowLeft");
    await open("Desk");
    await desk.page.keyboard.press("Escape");
  });

  test("the toolbar has no accessibility faults", async () => expect(await desk.faults()).toEqual([]));
});
