import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { World } from "./world.ts";

const REST_MS = 1500;

/** Writes a file beside, waits for the disk and puts it in place at once: whatever ends the process leaves the old one or the new one. */
export function keep(path: string, bytes: Uint8Array): Uint8Array {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.new`, "w");
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  return bytes;
}

/**
 * Keeps the state of the Workspace on disk: before an edit is acknowledged, so that it outlives the process however that
 * ends, and a while after what nobody waits for.
 */
export class Saver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDue = false;

  constructor(private readonly world: () => World) {}

  soon(): void {
    this.isDue = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tryNow(), REST_MS);
  }

  /** Throws a sentence where the disk refuses; it is tried again with the next change. */
  now(): void {
    clearTimeout(this.timer);
    const { workspace, from } = this.world();
    this.isDue = true;
    try {
      keep(from.statePath, workspace.snapshot());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`This was done, but could not be kept on disk, and is lost when the workbench ends (${reason}).`);
    }
    this.isDue = false;
  }

  /** At the end: what is not on disk yet. */
  rest(): void {
    if (this.isDue) this.now();
  }

  private tryNow(): void {
    try {
      this.rest();
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
  }
}
