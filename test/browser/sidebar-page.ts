import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { aStart } from "../fixtures/sidebar.ts";
import { buildAfresh, MINIATURE } from "../support/build.ts";
import { launchChrome } from "./chrome.ts";
import type { Answer, AnswerTo, Ask, CallName, ViewName } from "../../src/sidebar/api.ts";

const ADDRESS = "https://sidebar.example/";

type Reply<Name extends CallName> = Answer<AnswerTo<Name>> | "never" | { throws: string };
export type Server = { [Name in CallName]?: (question: Ask<Name>) => Reply<Name> | Promise<Reply<Name>> };

interface OpenSidebar {
  page: Page;
  /** Every call of the page, in order. */
  calls: { name: string; question: unknown }[];
  /** Addresses that the page asked for, beside itself. */
  requests: string[];
  errors: string[];
}

export const ok = <T>(data: T): { ok: true; data: T } => ({ ok: true, data });

/** Opens the page as HtmlService serves it, at a sidebar's width, with `server` behind google.script.run. */
async function openSidebar(browser: Browser, html: string, server: Server, view: ViewName): Promise<OpenSidebar> {
  const context = await browser.newContext({ viewport: { width: 300, height: 720 } });
  const page = await context.newPage();
  const opened: OpenSidebar = { page, calls: [], requests: [], errors: [] };
  page.on("pageerror", (error) => opened.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && opened.errors.push(message.text()));
  page.on("dialog", (dialog) => {
    opened.errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route("**/*", (route) => {
    const address = route.request().url();
    if (address === ADDRESS)
      return route.fulfill({
        contentType: "text/html",
        body: `${html}<script>window.sheetdeskView = "${view}";</script>`,
      });
    if (!address.endsWith("/favicon.ico")) opened.requests.push(address);
    return route.abort();
  });
  await page.exposeFunction("answerCall", async (name: CallName, text: string) => {
    const question = JSON.parse(text) as never;
    opened.calls.push({ name, question });
    return JSON.stringify((await server[name]?.(question)) ?? { throws: `Script function not found: ${name}` });
  });
  await page.addInitScript(IN_PAGE);
  await page.goto(ADDRESS);
  return opened;
}

export interface SidebarTests {
  open: (view: ViewName, server?: Server) => Promise<Page>;
  /** What the page asked this call, in order. */
  questions: (name: CallName) => unknown[];
}

/** One Chrome for a `describe`, a fresh page for each test; no test may end with an error or a request to elsewhere. */
export function sidebarTests(): SidebarTests {
  let browser: Browser;
  let html: string;
  let opened: OpenSidebar[] = [];
  beforeAll(async () => {
    [browser, { page: html }] = await Promise.all([launchChrome(), buildAfresh({ entry: MINIATURE.entry })]);
  }, 60_000);
  afterAll(() => browser.close());
  afterEach(async () => {
    const pages = opened;
    opened = [];
    for (const { page } of pages) await page.context().close();
    expect(pages.flatMap(({ errors }) => errors)).toEqual([]);
    expect(pages.flatMap(({ requests }) => requests)).toEqual([]);
  });
  const open = async (view: ViewName, server: Server = {}): Promise<Page> => {
    const withDefaults = { sidebarStart: () => ok(aStart()), sidebarSuggest: () => ok([]), ...server };
    const sidebar = await openSidebar(browser, html, withDefaults, view);
    opened.push(sidebar);
    return sidebar.page;
  };
  const questions = (name: CallName): unknown[] =>
    opened.flatMap(({ calls }) => calls.filter((call) => call.name === name).map(({ question }) => question));
  return { open, questions };
}

/** google.script.run: handlers are called later, an exception arrives as its message, a Date does not go through. */
const IN_PAGE = `
  const runner = (onSuccess, onFailure) => new Proxy({}, { get: (_, name) => {
    if (name === "withSuccessHandler") return (handler) => runner(handler, onFailure);
    if (name === "withFailureHandler") return (handler) => runner(onSuccess, handler);
    return (question) => {
      if (Object.values(question).some((value) => value instanceof Date)) throw new Error("Failed due to illegal value in property: 0");
      window.answerCall(name, JSON.stringify(question)).then((text) => {
        const reply = JSON.parse(text);
        if (reply === "never") return;
        if (reply.throws) onFailure(new Error(reply.throws)); else onSuccess(text);
      });
    };
  } });
  window.google = { script: { run: runner(() => {}, () => {}) } };
`;

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it stands, as "rule: element". */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

/** How far the page is wider than its window, in pixels. */
export async function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
