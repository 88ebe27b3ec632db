import { answerOf } from "./try-script.ts";

const AT = "new Date(Date.UTC(2026, 0, 5, 14, 3, 9, 7))";

describe("Utilities", () => {
  test.each([
    // pattern                      zone                 text
    ["yyyy-MM-dd HH:mm:ss.SSS", "America/New_York", "2026-01-05 09:03:09.007"],
    ["EEE, d MMM yy h:mm a", "Etc/UTC", "Mon, 5 Jan 26 2:03 PM"],
    ["EEEE MMMM", "Etc/UTC", "Monday January"],
    ["z Z X XXX", "Asia/Kolkata", "IST +0530 +05 +05:30"],
    ["z", "Europe/Paris", "CET"],
    ["z", "Nowhere/Land", "GMT"],
    ["HH:mm z", "GMT+2", "16:03 GMT+2"],
    ["YYYY w D u F k K", "Etc/UTC", "2026 2 5 1 1 14 2"],
    ["yyyy 'o''clock'", "Etc/UTC", "2026 o'clock"],
  ])("formatDate %s in %s gives %s", (pattern, zone, text) => {
    expect(answerOf(`Utilities.formatDate(${AT}, ${JSON.stringify(zone)}, ${JSON.stringify(pattern)})`)).toBe(text);
  });

  test("a week-year is not the year", () => {
    expect(answerOf("Utilities.formatDate(new Date(Date.UTC(2025, 11, 29)), 'UTC', 'YYYY yyyy')")).toBe("2026 2025");
  });

  test.each([
    ["'2023-01-01T12:00:00Z','GMT',\"yyyy-MM-dd'T'HH:mm:ss'Z'\"", "2023-01-01T12:00:00.000Z"],
    ["'5 Mar 2026 3:07 PM','America/New_York','d MMM yyyy h:mm a'", "2026-03-05T20:07:00.000Z"],
    ["'20260305','UTC','yyyyMMdd'", "2026-03-05T00:00:00.000Z"],
    ["'1/2/26','UTC','M/d/yy'", "2026-01-02T00:00:00.000Z"],
    ["'2026-02-30','UTC','yyyy-MM-dd'", "2026-03-02T00:00:00.000Z"],
    ["'10:00 +0200','UTC','HH:mm Z'", "1970-01-01T08:00:00.000Z"],
  ])("parseDate(%s) is %s", (args, iso) => {
    expect(answerOf(`Utilities.parseDate(${args}).toISOString()`)).toBe(iso);
  });

  test("parseDate throws on what it cannot read", () => {
    expect(answerOf("Utilities.parseDate('soon', 'UTC', 'yyyy')")).toBe('Exception: Unparseable date: "soon"');
  });

  test.each([
    ["'%11.6f', 123.456", " 123.456000"],
    ["'%6s|%-6s|', 'abc', 'ab'", "   abc|ab    |"],
    ["'%05d %x %e', 42, 255, 12345.678", "00042 ff 1.234568e+04"],
    ["'%d + %d = %d', 1, 2, 3", "1 + 2 = 3"],
    ["'%2$s %1$s', 'a', 'b'", "b a"],
    ["'100%%'", "100%"],
    ["'%,d', 1234567", "1,234,567"],
    ["'%+.1f', 2", "+2.0"],
  ])("formatString(%s) is %j", (args, text) => {
    expect(answerOf(`Utilities.formatString(${args})`)).toBe(text);
  });

  test.each([
    ['\'a,"b ""quoted"" c",d\'', [["a", 'b "quoted" c', "d"]]],
    [
      "'a;b\\r\\nc;d\\r\\n', ';'",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["'a,\"x\\ny\"'", [["a", "x\ny"]]],
    ["'a,,\\n'", [["a", "", ""]]],
  ])("parseCsv(%s)", (args, rows) => {
    expect(answerOf(`Utilities.parseCsv(${args})`)).toEqual(rows);
  });

  test.each([
    ["Utilities.base64Encode('Hällo', Utilities.Charset.UTF_8)", "SMOkbGxv"],
    ["Utilities.base64EncodeWebSafe([-1, -2, -3])", "__79"],
    ["Utilities.newBlob(Utilities.base64DecodeWebSafe('SMOkbGxv')).getDataAsString()", "Hällo"],
    ["Utilities.base64Decode('!!')", "Exception: Could not decode string."],
    ["Utilities.newBlob('x', 'text/csv', 'a.csv').copyBlob().getName()", "a.csv"],
    ["Utilities.newBlob([104, 105]).getDataAsString()", "hi"],
    ["Utilities.newBlob('hi').getBytes().join()", "104,105"],
    ["Utilities.newBlob('{}').setName('a.json').setContentTypeFromExtension().getContentType()", "application/json"],
    ["Utilities.ungzip(Utilities.gzip(Utilities.newBlob('hi'))).getDataAsString()", "hi"],
    ["Utilities.unzip(Utilities.zip([Utilities.newBlob('hi', 'text/plain', 'a.txt')]))[0].getName()", "a.txt"],
    ["Utilities.zip([Utilities.newBlob('hi')])", "Exception: Blob object must have non-null name for this operation."],
    ["Utilities.DigestAlgorithm.SHA_256.toString()", "SHA_256"],
    ["JSON.stringify({ a: Utilities.Charset.UTF_8 })", '{"a":"UTF_8"}'],
  ])("%s", (expression, expected) => {
    expect(answerOf(expression)).toBe(expected);
  });

  test.each([
    ["MD2", "Utilities.DigestAlgorithm.MD2", "da853b0d3f88d99b30283a69e6ded6bb"],
    ["MD5", "Utilities.DigestAlgorithm.MD5", "900150983cd24fb0d6963f7d28e17f72"],
    ["SHA_1", "Utilities.DigestAlgorithm.SHA_1", "a9993e364706816aba3e25717850c26c9cd0d89d"],
  ])("computeDigest %s gives signed bytes", (_name, algorithm, hex) => {
    const signed = [...Buffer.from(hex, "hex")].map((byte) => (byte > 127 ? byte - 256 : byte));
    expect(answerOf(`Utilities.computeDigest(${algorithm}, 'abc')`)).toEqual(signed);
  });

  test("without a charset a digest sees ASCII only", () => {
    const digest = (text: string, charset: string) =>
      answerOf(`Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '${text}'${charset})`);
    expect(digest("é", "")).toEqual(digest("?", ""));
    expect(digest("é", ", Utilities.Charset.UTF_8")).not.toEqual(digest("?", ""));
  });

  test.each([
    ["Utilities.computeHmacSha256Signature('x', 'k', 'fake')", "(String,String,String)", "computeHmacSha256Signature"],
    ["Utilities.computeDigest('MD5', 'x')", "(String,String)", "computeDigest"],
    ["Utilities.formatDate('x', 'GMT', 'yyyy')", "(String,String,String)", "formatDate"],
    ["Utilities.sleep()", "()", "sleep"],
  ])("%s is refused by its signature", (expression, given, method) => {
    expect(answerOf(expression)).toBe(
      `Exception: The parameters ${given} don't match the method signature for Utilities.${method}.`,
    );
  });

  test("sleep passes virtual time, 300,000 ms at most", () => {
    expect(answerOf("const t = Date.now(); Utilities.sleep(1500); Date.now() - t")).toBe(1500);
    expect(answerOf("Utilities.sleep(300001)")).toMatch(/^Exception: /);
  });

  test("getUuid is a version 4 of its own each time", () => {
    const [a, b] = answerOf("[Utilities.getUuid(), Utilities.getUuid()]") as string[];
    expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(b).not.toBe(a);
  });
});
