/**
 * Runs inside a fresh realm: makes its Date read the virtual clock and the script's own time zone, whatever zone this
 * process runs in. Dates stay native objects, so instanceof, JSON and Intl work as ever.
 */
export const DATE_SOURCE = `(function (host) {
"use strict";
const Native = Date, P = Native.prototype, utc = Native.UTC, parseNative = Native.parse, getTime = P.getTime;
const setTime = P.setTime, define = Object.defineProperty;
const hide = (owner, key, value) => define(owner, key, { value, writable: true, configurable: true, enumerable: false });
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const wall = (date) => { const t = getTime.call(date); return new Native(t + host.offset(t) * 60000); };
const pad = (n, w = 2) => String(n).padStart(w, "0");
const year4 = (y) => (y < 0 ? "-" + pad(-y, 6) : pad(y, 4));

const hasZone = (text) => /(?:[zZ]|GMT|UTC|UT|[A-Z]{2}T|[+-]\\d{2}:?\\d{2})\\s*(?:\\(.*\\))?\\s*$/.test(text);
const isIsoDay = (text) => /^\\s*[+-]?\\d{4,6}(-\\d{2}(-\\d{2})?)?\\s*$/.test(text);
function parse(text) {
  text = String(text);
  if (isIsoDay(text) || hasZone(text)) return parseNative(text);
  const asUtc = parseNative(/^\\s*[+-]?\\d{4,6}-\\d{2}-\\d{2}T/.test(text) ? text + "Z" : text + " UTC");
  return Number.isNaN(asUtc) ? parseNative(text) : host.local(asUtc);
}
function fromParts(parts) {
  const t = utc(...parts);
  return Number.isNaN(t) ? t : host.local(t);
}
function ScriptDate(...args) {
  if (!new.target) return new ScriptDate().toString();
  const time = args.length === 0 ? host.now() : args.length > 1 ? fromParts(args) : one(args[0]);
  return Reflect.construct(Native, [time], new.target);
}
function one(value) {
  if (value instanceof Native) return getTime.call(value);
  const primitive = typeof value === "object" && value !== null ? value[Symbol.toPrimitive]?.("default") ?? String(value) : value;
  return typeof primitive === "string" ? parse(primitive) : Number(primitive);
}
define(ScriptDate, "name", { value: "Date", configurable: true });
define(ScriptDate, "length", { value: 7, configurable: true });
define(ScriptDate, "prototype", { value: P, writable: false });
hide(ScriptDate, "now", function now() { return host.now(); });
hide(ScriptDate, "UTC", utc);
hide(ScriptDate, "parse", parse);
hide(P, "constructor", ScriptDate);

for (const part of ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds"]) {
  const get = P["getUTC" + part];
  hide(P, "get" + part, { ["get" + part]() { return get.call(wall(this)); } }["get" + part]);
  const set = P["setUTC" + part];
  if (set) hide(P, "set" + part, { ["set" + part](...args) {
    const local = wall(this);
    if (Number.isNaN(getTime.call(local))) return part === "FullYear" ? setTime.call(this, host.local(set.apply(new Native(0), args))) : NaN;
    const moved = set.apply(local, args);
    return setTime.call(this, Number.isNaN(moved) ? NaN : host.local(moved));
  } }["set" + part]);
}
hide(P, "getYear", function getYear() { return this.getFullYear() - 1900; });
hide(P, "getTimezoneOffset", function getTimezoneOffset() {
  const t = getTime.call(this);
  return Number.isNaN(t) ? NaN : -host.offset(t) + 0;
});
const dateText = (w) => DAYS[w.getUTCDay()] + " " + MONTHS[w.getUTCMonth()] + " " + pad(w.getUTCDate()) + " " + year4(w.getUTCFullYear());
const longName = (date) => {
  try { return new Intl.DateTimeFormat("en-US", { timeZone: host.zone, timeZoneName: "long" }).formatToParts(date).find((p) => p.type === "timeZoneName").value; }
  catch (error) { return "Coordinated Universal Time"; }
};
function timeText(date, w) {
  const offset = host.offset(getTime.call(date)), abs = Math.abs(offset);
  return pad(w.getUTCHours()) + ":" + pad(w.getUTCMinutes()) + ":" + pad(w.getUTCSeconds()) + " GMT" + (offset < 0 ? "-" : "+") +
    pad(Math.floor(abs / 60)) + pad(abs % 60) + " (" + longName(date) + ")";
}
const texts = {
  toString() { return Number.isNaN(getTime.call(this)) ? "Invalid Date" : dateText(wall(this)) + " " + timeText(this, wall(this)); },
  toDateString() { return Number.isNaN(getTime.call(this)) ? "Invalid Date" : dateText(wall(this)); },
  toTimeString() { return Number.isNaN(getTime.call(this)) ? "Invalid Date" : timeText(this, wall(this)); },
};
for (const key in texts) hide(P, key, texts[key]);
for (const key of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]) {
  const native = P[key];
  hide(P, key, { [key](locales, options) { return native.call(this, locales, { timeZone: host.zone, ...options }); } }[key]);
}
define(globalThis, "Date", { value: ScriptDate, writable: true, configurable: true, enumerable: false });
})`;
