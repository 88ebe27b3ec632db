import { answerOf, boundScript } from "./try-script.ts";

const OUT = "const o = HtmlService.createHtmlOutput('<h1>Title</h1>'); ";
const evaluated = (template: string, values: Record<string, unknown> = {}): unknown =>
  answerOf(
    `const t = HtmlService.createTemplate(${JSON.stringify(template)}); Object.assign(t, ${JSON.stringify(values)}); t.evaluate().getContent()`,
  );

describe("HtmlOutput", () => {
  test.each([
    ["o.getTitle()", ""],
    ["o.clear().getContent()", ""],
    ["o.append('<p>').getContent()", "<h1>Title</h1><p>"],
    ["o.appendUntrusted('<p>').getContent()", "<h1>Title</h1>&lt;p&gt;"],
    ["o.setContent('x').setTitle('T').setWidth(10).setHeight(20).getTitle()", "T"],
    ["[o.getWidth(), o.setWidth(250).getWidth()].join()", ",250"],
    [
      "o.setSandboxMode(HtmlService.SandboxMode.IFRAME).setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL) === o",
      true,
    ],
    ["o.addMetaTag('viewport', 'width=device-width').getMetaTags()[0].getName()", "viewport"],
    ["o.addMetaTag('description', 'x')", "Exception: The specified meta tag cannot be used in this context."],
    ["o.getBlob().getContentType()", "text/html"],
    ["o.asTemplate().getRawContent()", "<h1>Title</h1>"],
    ["String(o)", "HtmlOutput"],
    ["HtmlService.createHtmlOutput().getContent()", ""],
    ["HtmlService.getUserAgent()", null],
    ["HtmlService.createHtmlOutputFromFile('none')", "Exception: No HTML file named none was found."],
    ["HtmlService.createTemplateFromFile('none')", "Exception: No HTML file named none was found."],
  ])("%s", (expression, expected) => expect(answerOf(OUT + expression)).toBe(expected));

  test("files are found by their base name", () => {
    const files = [{ name: "page", type: "html" as const, source: "<p>hi</p>" }];
    expect(answerOf("HtmlService.createHtmlOutputFromFile('page').getContent()", { files })).toBe("<p>hi</p>");
    expect(answerOf("HtmlService.createHtmlOutputFromFile('page.html').getContent()", { files })).toBe("<p>hi</p>");
  });
});

describe("Templates", () => {
  test.each([
    ["Hello <?= name ?>", { name: "Gemini" }, "Hello Gemini"],
    ["<? for (const x of list) { ?><li><?= x ?></li><? } ?>", { list: [1, 2] }, "<li>1</li><li>2</li>"],
    ["<?!= html ?>", { html: "<b>" }, "<b>"],
    ["<?= 'first'; 'second' ?>", {}, "first"],
    ["<!-- <?= 1 ?> -->", {}, "<!--  -->"],
    ["<?= 1 // a remark ?>!", {}, "1!"],
    ["a\n'b' \\ <? ?>", {}, "a\n'b' \\ "],
  ])("%s", (template, values, html) => expect(evaluated(template, values)).toBe(html));

  test.each([
    // the place of the value            the value            what is printed there
    ["<p><?= v ?></p>", "<i>&\"'", "<p>&lt;i&gt;&amp;&quot;&#39;</p>"],
    ["<p title='<?= v ?>'>", "a'b", "<p title='a&#39;b'>"],
    ["<p title=<?= v ?>>", "a b", "<p title=a&#32;b>"],
    ["<a href='<?= v ?>'>", "javascript:alert(1)", "<a href='about:invalid#zClosurez'>"],
    ["<a href='<?= v ?>'>", "https://example.com/a b", "<a href='https://example.com/a%20b'>"],
    ["<a href='/x?q=<?= v ?>'>", "a&b=c", "<a href='/x?q=a%26b%3Dc'>"],
    ["<script>var a = <?= v ?>;</script>", "</script>", "<script>var a = '\\x3c\\/script\\x3e';</script>"],
    ["<script>var a = '<?= v ?>';</script>", "it's", "<script>var a = 'it\\x27s';</script>"],
    ["<button onclick=\"go('<?= v ?>')\">", "')", "<button onclick=\"go('\\x27)')\">"],
    ["<textarea><?= v ?></textarea>", "</textarea>", "<textarea>&lt;/textarea&gt;</textarea>"],
    ["<p style='color: <?= v ?>'>", "red; x: expression(1)", "<p style='color: zSoyz'>"],
  ])("in %s", (template, v, html) => expect(evaluated(template, { v })).toBe(html));

  test("a number stays a number in a client script", () => {
    expect(evaluated("<script>var n = <?= v ?>;</script>", { v: 5 })).toBe("<script>var n =  5 ;</script>");
  });

  test("scriptlets call the script's functions and see its globals", () => {
    const { project } = boundScript(
      "const WORD = 'hi'; const shout = (s) => s + '!'; const go = () => HtmlService.createTemplate('<?= shout(WORD) ?>').evaluate().getContent();",
    );
    expect(project.run("go").value).toBe("hi!");
  });

  test("the generated code can be evaluated by hand", () => {
    expect(answerOf("const x = 3; eval(HtmlService.createTemplate('a<?= x ?>b').getCode()).getContent()")).toBe("a3b");
  });

  test("an error of a scriptlet is the script's own", () => {
    expect(answerOf("HtmlService.createTemplate('<? throw new TypeError(\"boo\") ?>').evaluate()")).toBe(
      "TypeError: boo",
    );
  });
});
