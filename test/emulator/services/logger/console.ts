import { format } from "node:util";
import { ServiceObject } from "../../core/service-object.ts";

/** The cloud log; prints objects as JavaScript does, unlike Logger. */
export class Console extends ServiceObject {
  static readonly googleName = "console";
  private readonly timers = new Map<string, number>();

  log(...values: unknown[]): void {
    this.print(values);
  }

  info(...values: unknown[]): void {
    this.print(values);
  }

  warn(...values: unknown[]): void {
    this.print(values);
  }

  error(...values: unknown[]): void {
    this.print(values);
  }

  time(label: string): void {
    this.timers.set(label, this.run.now());
  }

  timeEnd(label: string): void {
    const start = this.timers.get(label);
    this.timers.delete(label);
    if (start !== undefined) this.print([`${label}: ${this.run.now() - start}ms`]);
  }

  private print(values: unknown[]): void {
    this.run.log.push(format(...values.map(printable)));
  }
}

function printable(value: unknown): unknown {
  return value instanceof ServiceObject ? value.toString() : value;
}
