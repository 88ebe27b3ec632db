import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A workbench of its own: the fixture's script on the fixture's file, its state in a folder of its own. */
export class WorkbenchServer {
  address = "";
  output = "";
  private child: ChildProcess | undefined;

  constructor(private readonly state: string) {}

  async start(): Promise<void> {
    const args = ["test/fixtures/workbench/stock.csv", "--project", "test/fixtures/workbench", "--state", this.state];
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/workbench/main.ts", ...args, "--port", "0"]);
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (this.output += String(chunk)));
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", () => {
        const found = /open at (http:\/\/127\.0\.0\.1:\d+\/)/.exec(this.output);
        if (found?.[1]) resolve(void (this.address = found[1]));
      });
      child.once("exit", () => reject(new Error(`The workbench did not start: ${this.output}`)));
    });
  }

  /** Ends it as Ctrl+C does. */
  async stop(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    child.kill("SIGINT");
    await once(child, "exit");
    this.output = "";
  }
}
