import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

const STOCK = { project: "test/fixtures/workbench", file: "test/fixtures/workbench/stock.csv" };

/** A workbench of its own: a script and a file, the stock of a shop unless told, and its state in a folder of its own. */
export class WorkbenchServer {
  address = "";
  output = "";
  private child: ChildProcess | undefined;

  constructor(
    private readonly state: string,
    private readonly opens = STOCK,
  ) {}

  /** On the port it had before, if any, so that pages find it again. */
  async start(): Promise<void> {
    const port = this.address ? new URL(this.address).port : "0";
    const { project, file } = this.opens;
    const args = [file, "--project", project, "--state", this.state, "--port", port, "--no-open"];
    this.output = "";
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/workbench/main.ts", ...args]);
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
  stop(): Promise<void> {
    return this.end("SIGINT");
  }

  /** Ends it as a power cut does: nothing of it runs any more. */
  kill(): Promise<void> {
    return this.end("SIGKILL");
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  }
}
