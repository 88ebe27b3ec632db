import type { ServerResponse } from "node:http";
import type { ServerEvent } from "./protocol.ts";

const BEAT_MS = 20_000;

/** The pages that listen, by the name each tab gave itself. */
export class Listeners {
  private readonly streams = new Map<string, ServerResponse>();

  constructor(private readonly onGone: (tab: string) => void) {}

  add(tab: string, response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("retry: 1000\n\n");
    this.streams.get(tab)?.end();
    this.streams.set(tab, response);
    const beat = setInterval(() => response.write(": still here\n\n"), BEAT_MS);
    response.on("close", () => {
      clearInterval(beat);
      if (this.streams.get(tab) !== response) return;
      this.streams.delete(tab);
      this.onGone(tab);
    });
  }

  send(tab: string, event: ServerEvent): void {
    this.streams.get(tab)?.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  sendAll(event: ServerEvent): void {
    for (const tab of this.streams.keys()) this.send(tab, event);
  }

  close(): void {
    for (const stream of this.streams.values()) stream.end();
  }
}
