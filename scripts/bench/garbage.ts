import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as (options?: { type: "minor" }) => void;

/**
 * Each piece of work pays for its own garbage, not for what earlier ones left: at Google every execution begins in a fresh process.
 * Whole collections are asked for without options: Node 20 takes `{ type: "major" }` and collects the young generation only.
 */
export const collectGarbage = (type: "minor" | "major"): void => (type === "minor" ? gc({ type }) : gc());
