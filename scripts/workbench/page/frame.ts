/** google.script as Google gives it to an add-on's page; it runs inside the sandboxed frame and speaks to its parent in messages only. */
export {};

interface Runner {
  ok?: (value: unknown, user: unknown) => void;
  failed?: (error: Error, user: unknown) => void;
  user?: unknown;
}
const open = new Map<number, Runner>();
let next = 1;

const illegal = (value: unknown, seen: unknown[]): boolean => {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") return true;
  if (value === null || typeof value !== "object") return false;
  if (seen.includes(value)) return true;
  if (Array.isArray(value)) return value.some((item) => illegal(item, [...seen, value]));
  if (Object.prototype.toString.call(value) !== "[object Object]" || value instanceof Node) return true;
  return Object.values(value).some((item) => illegal(item, [...seen, value]));
};
const formFields = (form: HTMLFormElement): Record<string, unknown> => {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    const text = typeof value === "string" ? value : value.name;
    fields[name] = name in fields ? [fields[name], text].flat() : text;
  }
  return fields;
};
const carried = (args: unknown[]): unknown[] => {
  if (args.length === 1 && args[0] instanceof HTMLFormElement) return [formFields(args[0])];
  args.forEach((value, index) => {
    if (illegal(value, [])) throw new Error(`Failed due to illegal value in property: ${index}`);
  });
  return JSON.parse(JSON.stringify(args.map((value) => (value === undefined ? null : value)))) as unknown[];
};
const call = (runner: Runner, name: string, args: unknown[]): void => {
  const message = { gas: "call", id: next, name, args: carried(args) };
  open.set(next++, runner);
  parent.postMessage(message, "*");
};
const runnerOf = (runner: Runner): object =>
  new Proxy(
    {},
    {
      get: (_, name: string) => {
        if (name === "withSuccessHandler") return (ok: Runner["ok"]) => runnerOf({ ...runner, ok } as Runner);
        if (name === "withFailureHandler")
          return (failed: Runner["failed"]) => runnerOf({ ...runner, failed } as Runner);
        if (name === "withUserObject") return (user: unknown) => runnerOf({ ...runner, user });
        return name.endsWith("_") ? undefined : (...args: unknown[]) => call(runner, name, args);
      },
    },
  );
addEventListener(
  "message",
  ({
    data,
    source,
  }: MessageEvent<{ gas?: string; id: number; answer: { ok: boolean; value?: unknown; sentence: string } }>) => {
    const runner = open.get(data.id);
    if (source !== parent || data.gas !== "answer" || !runner) return;
    open.delete(data.id);
    if (data.answer.ok) return runner.ok?.(data.answer.value, runner.user);
    const error = new Error(data.answer.sentence);
    if (runner.failed) runner.failed(error, runner.user);
    else console.error(error.message);
  },
);
const tell = (gas: string, rest: object = {}): void => parent.postMessage({ gas, ...rest }, "*");
const host = {
  close: () => tell("close"),
  editor: { focus: () => tell("focus") },
  setWidth: (width: number) => tell("size", { width }),
  setHeight: (height: number) => tell("size", { height }),
  origin: "https://docs.google.com",
};
Object.assign(globalThis, { google: { script: { run: runnerOf({}), host } } });
