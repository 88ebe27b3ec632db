import { createContext, runInContext } from "node:vm";
import { buildAfresh, MINIATURE } from "../support/build.ts";

describe.each([
  ["a miniature with every trap", MINIATURE],
  ["the product", { entry: MINIATURE.entry }],
])("Sidebar.html of %s", (_name, plan) => {
  let page: string;
  beforeAll(async () => {
    ({ page } = await buildAfresh(plan));
  });

  test("holds nothing that HtmlService takes for a template or cuts as a comment", () => {
    expect(page).not.toMatch(/<\?|\?>|<!--/);
    expect(page).not.toContain("`");
  });

  test("has one script and one style, both inside", () => {
    expect(page.match(/<script/gi)).toHaveLength(1);
    expect(page.match(/<\/script/gi)).toHaveLength(1);
    expect(page).toMatch(/<style>(?:(?!<\/style)[\s\S])*<\/style>\s*<\/head>/);
  });

  test("fetches nothing", () => {
    expect(page).not.toMatch(/\b(src|href)=|@import|\burl\(|\bfetch\(|XMLHttpRequest/);
  });
});

test("the hazards arrive in the page as the texts they are", async () => {
  const { page } = await buildAfresh(MINIATURE);
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? "";
  const realm = createContext({}) as { hazards?: string[] };
  runInContext(script, realm);
  expect(realm.hazards?.join(" ")).toBe(
    "</script> <!-- <script <?= evil ?> ?> \u2028 </style> $& https://example.com/",
  );
});
