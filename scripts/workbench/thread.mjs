// The thread runs TypeScript, as the server does: this teaches it how, before anything else is loaded.
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
