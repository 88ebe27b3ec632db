import { CacheService } from "../services/cache/cache-service.ts";
import { ContentService } from "../services/content/content-service.ts";
import { HtmlService } from "../services/html/html-service.ts";
import { LockService } from "../services/lock/lock-service.ts";
import { Console } from "../services/logger/console.ts";
import { Logger } from "../services/logger/logger.ts";
import { MailApp } from "../services/mail/mail-app.ts";
import { ScriptProperties, UserProperties } from "../services/properties/old-properties.ts";
import { PropertiesService } from "../services/properties/properties-service.ts";
import { ScriptApp } from "../services/script/script-app.ts";
import { Session } from "../services/session/session.ts";
import { Browser } from "../services/ui/browser.ts";
import { Utilities } from "../services/utilities/utilities.ts";
import { Charts } from "../services/charts/charts.ts";
import { SpreadsheetApp } from "../spreadsheet/spreadsheet-app.ts";
import type { Execution } from "./execution.ts";
import { SERVICE_FILES } from "./service-files.ts";
import { ServiceObject } from "./service-object.ts";

type Make = (run: Execution) => ServiceObject;

/** The services that the emulator offers, by the name of their global. */
const EMULATED: Record<string, Make> = {
  Browser: (run) => new Browser(run),
  CacheService: (run) => new CacheService(run),
  Charts: (run) => new Charts(run),
  ContentService: (run) => new ContentService(run),
  HtmlService: (run) => new HtmlService(run),
  LockService: (run) => new LockService(run),
  Logger: (run) => new Logger(run),
  MailApp: (run) => new MailApp(run),
  PropertiesService: (run) => new PropertiesService(run),
  ScriptApp: (run) => new ScriptApp(run),
  ScriptProperties: (run) => new ScriptProperties(run),
  Session: (run) => new Session(run),
  SpreadsheetApp: (run) => new SpreadsheetApp(run),
  UserProperties: (run) => new UserProperties(run),
  Utilities: (run) => new Utilities(run),
  console: (run) => new Console(run),
};

/** All of Apps Script's globals; what isn't emulated answers NotEmulated to any use of it. */
export const GLOBALS: { name: string; make: Make }[] = Object.keys(SERVICE_FILES).map((name) => ({
  name,
  make: EMULATED[name] ?? unknownService(name),
}));

function unknownService(name: string): Make {
  const type = class extends ServiceObject {
    static readonly googleName = name;
  };
  return (run) => new type(run);
}
