import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import type { Answer, AnswerTo, Ask, CallName, ViewName } from "../../src/sidebar/api.ts";
import { openingScript } from "../../src/sidebar/api.ts";

const ADDRESS = "https://sidebar.example/";

type Reply<Name extends CallName> = Answer<AnswerTo<Name>> | "never" | { throws: string };
export type Server = { [Name in CallName]?: (question: Ask<Name>) => Reply<Name> | Promise<Reply<Name>> };

export interface OpenSidebar {
  page: Page;
  /** Every call of the page, in order. */
  calls: { name: string; question: unknown }[];
  /** Addresses that the page asked for, beside itself. */
  requests: string[];
  errors: string[];
}

export const ok = <T>(data: T): { ok: true; data: T } => ({ ok: true, data });

/** Opens the page as HtmlService serves it, at a sidebar's width, with `server` behind google.script.run. */
export async function openSidebar(
  browser: Browser,
  html: string,
  server: Server,
  view: ViewName = "log",
): Promise<OpenSidebar> {
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
    if (address === ADDRESS) return route.fulfill({ contentType: "text/html", body: html + openingScript(view) });
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

const axeSource = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

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
