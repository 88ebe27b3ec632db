import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { launchChrome } from "./chrome.ts";
import { WorkbenchServer } from "./workbench-server.ts";

const axe = (): string => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** A workbench with a person before it: what tests do by hand. */
export class WorkbenchPage {
  readonly errors: string[] = [];
  page!: Page;
  context!: BrowserContext;
  private browser!: Browser;
  private readonly state = mkdtempSync(join(tmpdir(), "workbench-"));
  readonly server: WorkbenchServer;

  constructor(...opens: [] | [{ project: string; file: string }]) {
    this.server = new WorkbenchServer(this.state, ...opens);
  }

  async open(options: BrowserContextOptions = {}): Promise<void> {
    [this.browser] = await Promise.all([launchChrome(), this.server.start()]);
    await this.openPage(options);
  }

  /** A page in a fresh context; the one before is closed. */
  async openPage(options: BrowserContextOptions = {}): Promise<void> {
    await this.context?.close();
    this.context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      bypassCSP: true,
      ...options,
    });
    this.page = await this.context.newPage();
    this.page.on("pageerror", (error) => this.errors.push(String(error)));
    await this.page.goto(this.server.address);
    await this.page.locator(".rgCell .text").first().waitFor();
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.server.stop();
    rmSync(this.state, { recursive: true, force: true });
  }

  get editor(): Locator {
    return this.page.locator(".cell-editor");
  }

  get address(): Locator {
    return this.page.getByLabel("Address");
  }

  async goTo(a1: string): Promise<void> {
    await this.address.fill(a1);
    await this.address.press("Enter");
  }

  async type(a1: string, text: string): Promise<void> {
    await this.goTo(a1);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** Waits until a cell holds a text, as the formula bar tells it. */
  async shows(a1: string, text: string): Promise<void> {
    await this.goTo(a1);
    await this.barShows(text);
  }

  async barShows(text: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector<HTMLTextAreaElement>(".formula")?.value === wanted,
      text,
    );
  }

  async choose(menu: string, item: string): Promise<void> {
    await this.page.getByRole("button", { name: menu, exact: true }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** What axe-core has against the page as it is now. */
  async faults(): Promise<string[]> {
    await this.page.evaluate(axe());
    return this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
  }
}
