import { SpreadsheetApp } from "../spreadsheet/spreadsheet-app.ts";
import type { Execution } from "./execution.ts";
import { SERVICE_FILES } from "./service-files.ts";
import { ServiceObject } from "./service-object.ts";

type Make = (run: Execution) => ServiceObject;

/** The services that the emulator offers, by the name of their global. */
const EMULATED: Record<string, Make> = {
  SpreadsheetApp: (run) => new SpreadsheetApp(run),
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
