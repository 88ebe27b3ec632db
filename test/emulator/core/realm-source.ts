/**
 * Runs inside every fresh realm, before any script: makes the objects that scripts see (proxies, arrays, dates,
 * errors) out of the realm's own constructors. `host` stays in this closure; a script can't reach it.
 */
export const REALM_SOURCE = `(function (host) {
"use strict";
const { defineProperty, freeze, create, hasOwn } = Object;
const NativeDate = Date, NativeError = Error, subjects = new WeakMap(), ABSENT = host.ABSENT, FAILED = host.FAILED;
const indirectEval = eval;
const prototypeOfObjects = Object.prototype;

function failure() {
  const { name, message, rethrow } = host.takeFailure();
  if (rethrow) return rethrow.thrown;
  const error = new NativeError(message);
  if (name !== "Error") {
    defineProperty(error, "name", { value: name, writable: true, configurable: true });
    const places = String(error.stack).split("\\n").filter((line) => /^\\s+at .*\\.gs:\\d/.test(line));
    error.stack = [name + ": " + message, ...places].join("\\n");
  }
  return error;
}

class Handler {
  constructor(subject) { this.subject = subject; this.methods = new Map(); }
  get(target, key) {
    if (typeof key === "symbol" || hasOwn(target, key)) return target[key];
    const known = this.methods.get(key);
    if (known !== undefined) return known;
    const subject = this.subject;
    const member = host.member(subject, key);
    if (member === ABSENT) return target[key];
    if (member === FAILED) throw failure();
    if (member !== host.METHOD) return member;
    const method = { [key]: (...args) => {
      const answer = host.call(subject, key, args);
      if (answer === FAILED) throw failure();
      return answer;
    } }[key];
    this.methods.set(key, method);
    return method;
  }
  has(target, key) { return key in target || (typeof key === "string" && host.has(this.subject, key)); }
  set(target, key, value) { target[key] = value; return true; }
  setPrototypeOf() { return false; }
}

class EnumConstant {
  constructor(name, ordinal) { this.n = name; this.o = ordinal; }
}
defineProperty(EnumConstant, "name", { value: "Object" });

const made = {
  proxy(subject) {
    const target = {};
    const proxy = new Proxy(target, new Handler(subject));
    subjects.set(proxy, subject);
    host.remember(proxy, subject, target);
    return proxy;
  },
  constant(value) {
    const { name, ordinal } = value;
    const constant = create(prototypeOfObjects);
    const hidden = (key, f) => defineProperty(constant, key, { value: f, enumerable: false });
    hidden("toString", () => name);
    hidden("toJSON", () => name);
    hidden("name", () => name);
    hidden("ordinal", () => ordinal);
    hidden("compareTo", (other) => ordinal - other.ordinal());
    freeze(constant);
    host.remember(constant, value, constant);
    return constant;
  },
  enumeration(names, constants, text) {
    const group = {};
    names.forEach((name, i) => (group[name] = constants[i]));
    defineProperty(group, "toString", { value: () => text, enumerable: false });
    return freeze(group);
  },
  array(source, convert) {
    const n = source.length, copy = new Array(n);
    for (let i = 0; i < n; i++) {
      const item = source[i];
      copy[i] = typeof item === "object" && item !== null ? convert(item) : item;
    }
    return copy;
  },
  date: (ms) => new NativeDate(ms),
  object: (keys, values) => { const copy = {}; for (let i = 0; i < keys.length; i++) copy[keys[i]] = values[i]; return copy; },
  fail: failure,
  method: (name, f) => ({ [name]: (...args) => {
    const answer = f(args);
    if (answer === FAILED) throw failure();
    return answer;
  } })[name],
  template(write, output) {
    return {
      set _(text) { write(0, String(text)); },
      set _$(value) { write(1, String(value), typeof value); },
      set $(value) { write(2, String(value)); },
      $out: output,
    };
  },
  callSource: (source, args) => indirectEval(source)(...args),
  begin(work) {
    try {
      const value = work();
      if (value !== null && typeof value === "object" && value instanceof Promise)
        value.then((settled) => host.settle(settled), (error) => host.reject(error));
      else host.settle(value);
    } catch (error) { host.reject(error); }
  },
  refuse: (name, refusal) => defineProperty(globalThis, name, {
    get() { refusal(); throw failure(); },
    set(value) { defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true }); },
    configurable: true, enumerable: true,
  }),
  lazy: (name, make) => defineProperty(globalThis, name, {
    get() {
      const value = make();
      if (value === FAILED) throw failure();
      defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
      return value;
    },
    set(value) { defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true }); },
    configurable: true, enumerable: true,
  }),
  global: (name, value, enumerable) =>
    defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable }),
};
return made;
})`;
