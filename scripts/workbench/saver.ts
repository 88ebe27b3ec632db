import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { World } from "./world.ts";

const REST_MS = 1500;

/** Keeps the state of the Workspace on disk: a while after the last change, and when the server stops. */
export class Saver {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly world: () => World) {}

  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), REST_MS);
  }

  /** Written beside and put in place at once, so that a crash leaves the old state or the new one. */
  now(): void {
    clearTimeout(this.timer);
    const { statePath, workspace } = this.world();
    mkdirSync(dirname(statePath), { recursive: true });
    writeFileSync(`${statePath}.new`, workspace.snapshot());
    renameSync(`${statePath}.new`, statePath);
  }

  forget(): void {
    clearTimeout(this.timer);
    const { statePath } = this.world();
    if (existsSync(statePath)) rmSync(statePath);
  }
}
