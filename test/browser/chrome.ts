import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const CANDIDATES = [
  process.env["CHROME_PATH"],
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const chromePath = CANDIDATES.find((path): path is string => Boolean(path) && existsSync(path ?? ""));

/** Longer than Playwright's own 30 s for a wait: a wait in vain then names itself, and a busy machine alone fails nothing. */
const TEST_MS = 45_000;

/** `describe` where a browser is installed; elsewhere the tests are skipped, under CI they fail. */
export function describeInChrome(name: string, tests: () => void): void {
  jest.setTimeout(TEST_MS);
  if (chromePath) return describe(name, tests);
  if (process.env["CI"])
    return void test(`${name}: CI needs a browser, see scripts/ensure-browser.sh`, () =>
      expect(chromePath).toBeDefined());
  describe.skip(`${name}: no Chrome or Chromium found`, tests);
}

/** A fresh Chrome that calls nobody on its own account. */
export async function launchChrome(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromePath ?? "",
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
