import { answerOf, boundScript } from "./try-script.ts";

const QUOTA = "You have exceeded the property storage quota. Please remove some properties and try again.";
const NAMELESS = "When setting or getting a property value, the property name must not be null or empty.";
const STORE = "const p = PropertiesService.getScriptProperties(); ";
const CACHE = "const c = CacheService.getScriptCache(); ";

describe("Properties", () => {
  test.each([
    ["p.getProperty('none')", null],
    ["p.setProperty('a', 'x').getProperty('a')", "x"],
    ["p.setProperty('n', 5).getProperty('n')", "5"],
    ["p.setProperties({ a: '1', b: '2' }).getKeys().sort().join()", "a,b"],
    ["p.setProperty('a', '1').setProperties({ b: '2' }, true).getKeys().join()", "b"],
    ["p.setProperty('a', '1').deleteProperty('a').getProperty('a')", null],
    ["p.setProperty('a', '1').deleteAllProperties().getKeys().length", 0],
    ["JSON.stringify(p.setProperty('a', '1').getProperties())", '{"a":"1"}'],
    ["p.getProperty('')", `Exception: ${NAMELESS}`],
    ["p.setProperty(null, 'x')", `Exception: ${NAMELESS}`],
    ["p.setProperty('a', 'x'.repeat(9 * 1024)).getProperty('a').length", 9216],
    ["p.setProperty('a', 'x'.repeat(9 * 1024 + 1))", "Exception: Argument too large: value"],
    ["for (let i = 0; i < 60; i++) p.setProperty('k' + i, 'x'.repeat(9000))", `Exception: ${QUOTA}`],
  ])("%s", (expression, expected) => {
    expect(answerOf(STORE + expression)).toBe(expected);
  });

  test("document properties need a container", () => {
    expect(answerOf("PropertiesService.getDocumentProperties() === null")).toBe(false);
    const { workspace } = boundScript("");
    const alone = workspace.addProject({
      files: [{ name: "Code", type: "gs", source: "const f = () => PropertiesService.getDocumentProperties();" }],
    });
    expect(alone.run("f").value).toBeNull();
  });

  test("user properties belong to the user, script properties to all", () => {
    const { project } = boundScript(`
      function set() { PropertiesService.getUserProperties().setProperty("a", "mine"); PropertiesService.getScriptProperties().setProperty("b", "ours"); }
      function get() { return [PropertiesService.getUserProperties().getProperty("a"), PropertiesService.getScriptProperties().getProperty("b")]; }
    `);
    project.run("set", [], { user: "ann@example.com" });
    expect(project.run("get", [], { user: "ann@example.com" }).value).toEqual(["mine", "ours"]);
    expect(project.run("get", [], { user: "bob@example.com" }).value).toEqual([null, "ours"]);
  });
});

describe("Cache", () => {
  test.each([
    ["c.get('no-such-key')", null],
    ["c.put('t', 'v'); c.get('t')", "v"],
    ["c.put('t', 'v', 2); Utilities.sleep(1900); c.get('t')", "v"],
    ["c.put('t', 'v', 2); Utilities.sleep(2000); c.get('t')", null],
    [
      "c.put('t', 'v'); Utilities.sleep(300000); Utilities.sleep(290000); c.get('t')",
      "Exception: Exceeded maximum execution time",
    ],
    ["c.put('t', null); c.get('t')", "null"],
    ["c.put('t', {}); c.get('t')", "[object Object]"],
    ["c.putAll({ a: '1', b: '2' }); JSON.stringify(c.getAll(['a', 'b', 'z']))", '{"a":"1","b":"2"}'],
    ["c.put('a', '1'); c.remove('a'); c.get('a')", null],
    ["c.putAll({ a: '1', b: '2' }); c.removeAll(['a']); c.get('b')", "2"],
    ["c.get(null)", "Exception: Invalid argument: key"],
    ["c.put('k'.repeat(251), 'x')", "Exception: Argument too large: key"],
    ["c.put('t', 'x'.repeat(102400)); c.get('t').length", 102400],
    ["c.put('t', 'x'.repeat(102401))", "Exception: Argument too large: value"],
  ])("%s", (expression, expected) => {
    const value = answerOf(CACHE + expression);
    expect(value).toBe(expected);
  });

  test("beyond 1,000 items the 900 farthest from expiry stay", () => {
    const { project } = boundScript(`function go() {
      const c = CacheService.getScriptCache(), all = {};
      for (let i = 0; i < 1000; i++) all["k" + i] = "v";
      c.put("soon", "v", 1); c.putAll(all);
      return [c.get("soon"), Object.keys(c.getAll(Object.keys(all))).length];
    }`);
    expect(project.run("go").value).toEqual([null, 900]);
  });

  test("every loss is legal", () => {
    const { workspace, project } = boundScript(
      "const f = () => { const c = CacheService.getUserCache(); c.put('a', '1'); return c.get('a'); };",
    );
    workspace.cacheLoss = 1;
    expect(project.run("f").value).toBeNull();
  });
});
