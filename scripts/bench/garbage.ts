import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as (options: { type: "minor" | "major" }) => void;

/** Each piece of work pays for its own garbage, not for what earlier ones left: at Google every execution begins in a fresh process. */
export const collectGarbage = (type: "minor" | "major"): void => gc({ type });
