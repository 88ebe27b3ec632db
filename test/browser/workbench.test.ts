import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { readBook } from "../emulator/files/xlsx/read.ts";
import { describeInChrome, launchChrome } from "./chrome.ts";
import { WorkbenchServer } from "./workbench-server.ts";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

describeInChrome("the workbench, used by hand", () => {
  const state = mkdtempSync(join(tmpdir(), "workbench-"));
  const server = new WorkbenchServer(state);
  const errors: string[] = [];
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [browser] = await Promise.all([launchChrome(), server.start()]);
    await openPage();
  });

  afterAll(async () => {
    await browser?.close();
    await server.stop();
    rmSync(state, { recursive: true, force: true });
  });

  async function openPage(): Promise<void> {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(server.address).origin });
    page = await context.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(server.address);
    await page.locator(".rgCell .text", { hasText: "Lamp" }).waitFor();
  }

  const editor = () => page.locator(".cell-editor");
  const address = () => page.getByLabel("Address");

  async function goTo(a1: string): Promise<void> {
    await address().fill(a1);
    await address().press("Enter");
  }

  /** Waits until a cell shows a text, as the formula bar tells it. */
  async function shows(a1: string, text: string): Promise<void> {
    await goTo(a1);
    await page.waitForFunction(
      ([wanted]) => document.querySelector<HTMLTextAreaElement>(".formula")?.value === wanted,
      [text],
    );
  }

  test("shows the file as it is", async () => {
    expect(await page.title()).toContain("stock");
    await shows("B3", "12");
    await shows("D4", "oak");
  });

  test("typing fires the script's onEdit, and its effect appears", async () => {
    await goTo("A5");
    await page.keyboard.type("Shelf");
    await page.keyboard.press("Enter");
    expect(await address().inputValue()).toBe("A6");
    await shows("A5", "Shelf");
    await shows("E5", "edited by olivia.reed@example.com");
  });

  test("an address that is typed in the moment in which another cell is shown is not lost", async () => {
    await goTo("B3");
    const shown = await page.evaluate(async () => {
      const box = document.querySelector<HTMLInputElement>(".address");
      const rendered = async (): Promise<void> => {
        for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      };
      const press = (key: string, on: Element | null): boolean | undefined =>
        on?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      press("ArrowDown", document.querySelector(".cell-editor"));
      await rendered(); // the box shows B4, and no frame has been painted since
      const before = box?.value;
      if (box) box.value = "D4";
      box?.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await rendered();
      press("Enter", box);
      await rendered();
      return [before, box?.value];
    });
    expect(shown).toEqual(["B4", "D4"]);
  });

  test("a pasted block of three by three arrives, and undo takes it back", async () => {
    await goTo("B10");
    await page.evaluate(() => navigator.clipboard.writeText('a\tb\tc\n1\t2\t3\n"two\nlines"\t=1+1\tx'));
    await editor().press("Control+v");
    await page.locator(".rgCell .text", { hasText: "two" }).waitFor();
    expect(await address().inputValue()).toBe("B10:D12");
    await shows("C12", "=1+1");
    await shows("D10", "c");
    await editor().press("Control+z");
    await shows("C11", "");
    await editor().press("Control+y");
    await shows("C11", "2");
  });

  test("cells are copied with their formulas, filled down and cleared", async () => {
    await goTo("C12");
    await editor().press("Control+c");
    await goTo("F12");
    await editor().press("Control+v");
    await shows("F12", "=1+1");
    await goTo("B2:B4");
    await editor().press("Control+d");
    await shows("B4", "3");
    await editor().press("Delete");
    await shows("B4", "");
  });

  test("the add-on's menu runs its functions: a toast, a question that the script waits for", async () => {
    await choose("Say hello");
    await page.locator(".toast", { hasText: "Hello from the script" }).waitFor();
    await choose("Ask");
    const dialog = page.getByRole("dialog", { name: "Really?" });
    await dialog.getByText("Shall it be written down?").waitFor();
    await dialog.getByRole("button", { name: "Yes" }).click();
    await shows("G1", "yes it is");
  });

  test("the sidebar calls the script, and reaches nothing else", async () => {
    await choose("Open sidebar");
    const frame = page.frameLocator("iframe[title=Pages]");
    await frame.getByRole("button", { name: "Greet" }).click();
    await frame.getByText("Hello Ada!").waitFor();
    await frame.getByText("This frame reaches nothing").waitFor();
    expect(await page.title()).not.toBe("reached");
    await page.getByRole("button", { name: "Mail sent 1" }).click();
    await page.getByRole("heading", { name: "Greetings" }).waitFor();
    await page.getByRole("button", { name: "Close Mail sent" }).click();
  });

  test("time passes and a timer fires; executions are listed", async () => {
    await choose("Start timer");
    await page.getByRole("button", { name: "+1 hour" }).click();
    await shows("G2", "12");
    await page.getByRole("button", { name: /Executions/ }).click();
    await page.getByRole("button", { name: "tick" }).first().click();
    await page.getByText("Range.setValue × 1").waitFor();
    await page.getByRole("button", { name: "Close Executions" }).click();
  });

  test("a chart lies over the cells, follows them, and is deleted and brought back by hand", async () => {
    await choose("Draw chart");
    const chart = page.getByAltText("Chart: In stock");
    await chart.waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>(".chart")?.naturalWidth === 400);
    const before = await chart.getAttribute("src");
    const { x, y } = (await chart.boundingBox()) ?? { x: 0, y: 0 };
    await goTo("B3");
    await page.keyboard.type("40");
    await page.keyboard.press("Enter");
    await page.waitForFunction((old) => document.querySelector(".chart")?.getAttribute("src") !== old, before);
    await page.mouse.click(x + 50, y + 50);
    await editor().press("Delete");
    await chart.waitFor({ state: "detached" });
    await editor().press("Control+z");
    await chart.waitFor();
    expect(await chart.getAttribute("alt")).toMatch(/^Chart: In stock\. Over .+\. .+: \d+ to \d+, last \d+\./);
    await editor().press("F6");
    expect(await chart.evaluate((picture) => picture === document.activeElement)).toBe(true);
    await page.keyboard.press("Delete");
    await chart.waitFor({ state: "detached" });
    expect(await editor().evaluate((input) => input === document.activeElement)).toBe(true);
    await editor().press("Control+z");
    await chart.waitFor();
    await editor().press("Control+z");
    await shows("B3", "3");
    await page.mouse.click(x + 50, y + 50, { button: "right" });
    await page.getByRole("menuitem", { name: "Delete chart" }).click();
    await chart.waitFor({ state: "detached" });
    await page.getByRole("button", { name: /Executions/ }).click();
    await page.getByRole("button", { name: "drawChart" }).click();
    await page.getByText('The chart "In stock" is drawn here without tooltip.isHtml.').waitFor();
    await page.getByRole("button", { name: "Close Executions" }).click();
  });

  test("rows are inserted and sheets added with the mouse", async () => {
    await page.locator(".rowHeaders .rgCell", { hasText: /^2$/ }).click({ button: "right" });
    await page.getByRole("menuitem", { name: "Insert 1 row above" }).click();
    await shows("A3", "Lamp");
    await page.getByRole("button", { name: "Add a sheet" }).click();
    await page.getByRole("tab", { name: "Sheet1", selected: true }).waitFor();
    await goTo("A1");
    await page.keyboard.type("Pen");
    await page.keyboard.press("Enter");
    await shows("E1", "edited by olivia.reed@example.com"); // a script's writes are seen on a sheet that the page has only just turned to
    await page.getByRole("tab", { name: "stock" }).click();
    await shows("A3", "Lamp");
  });

  test("what is downloaded can be read as xlsx", async () => {
    const response = await context.request.get(`${server.address}download`);
    const book = await readBook(await response.body());
    expect(book.sheets.map(({ name }) => name)).toEqual(["stock", "Sheet1"]);
    expect(book.sheets[0]?.rows[2]?.slice(0, 2)).toEqual(["Lamp", 3]);
  });

  test("other pages and other names are refused", async () => {
    const act = JSON.stringify({ kind: "undo" });
    const headers = { "content-type": "application/json" };
    const foreign = await context.request.post(`${server.address}act`, {
      data: act,
      headers: { ...headers, origin: "http://evil.example" },
    });
    const nameless = await context.request.post(`${server.address}act`, {
      data: act,
      headers: { ...headers, origin: "null" },
    });
    const rebound = await context.request.get(server.address, { headers: { host: "evil.example" } });
    expect([foreign.status(), nameless.status(), rebound.status()]).toEqual([403, 403, 403]);
  });

  test("has no accessibility faults, with menu, sidebar and drawer open", async () => {
    await page.getByRole("button", { name: /Executions/ }).click();
    await page.getByRole("columnheader", { name: "Function" }).waitFor();
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(faults).toEqual([]);
    await page.getByRole("button", { name: "Close Executions" }).click();
  });

  test("says plainly that the server is gone, and carries on when it is back with the state it had", async () => {
    await server.stop();
    await page.getByText("The local Workspace does not answer").waitFor();
    await server.start();
    await context.close();
    await openPage();
    await shows("A3", "Lamp");
    await shows("G3", "12");
    expect(server.output).toContain("Carrying on where you left off");
  });

  test("starting over brings the file back as it is", async () => {
    await page.getByRole("button", { name: "File" }).click();
    await page.getByRole("menuitem", { name: /Start over/ }).click();
    await page.getByRole("button", { name: "Start over" }).click();
    await page.waitForFunction(() => document.querySelectorAll("[role=tab]").length === 1);
    await page.locator(".rgCell .text", { hasText: "Lamp" }).waitFor();
    await shows("A2", "Lamp");
    expect(errors).toEqual([]);
  });

  async function choose(item: string): Promise<void> {
    await page.getByRole("button", { name: "Desk", exact: true }).click();
    await page.getByRole("menuitem", { name: item }).click();
  }
});
