import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { World } from "./world.ts";

const REST_MS = 1500;

/** Writes a file beside and puts it in place at once, so that a crash leaves the old one or the new one. */
export function keep(path: string, bytes: Uint8Array): Uint8Array {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
  return bytes;
}

/** Keeps the state of the Workspace on disk: a while after the last change, and when the server stops. */
export class Saver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDue = false;

  constructor(private readonly world: () => World) {}

  soon(): void {
    this.isDue = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), REST_MS);
  }

  now(): void {
    clearTimeout(this.timer);
    if (!this.isDue) return;
    this.isDue = false;
    const { workspace, from } = this.world();
    keep(from.statePath, workspace.snapshot());
  }
}
