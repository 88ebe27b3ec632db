import { readCsv, writeCsv } from "./csv.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ["commas", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]],
  ["semicolons around decimal commas", "a;b\n1,5;2,5\n3,5;4,5", [["a", "b"], ["1,5", "2,5"], ["3,5", "4,5"]]],
  ["tabs", "a\tb, c\n1\t2", [["a", "b, c"], ["1", "2"]]],
  ["one column", "subject\nHello\n", [["subject"], ["Hello"]]],
  ["quotes, doubled quotes and line breaks", 'a,"b ""x""\nc"\r\n"1,1",2', [["a", 'b "x"\nc'], ["1,1", "2"]]],
  ["a stray quote", 'a,5" pipe\n1,2', [["a", '5" pipe'], ["1", "2"]]],
  ["rows of different lengths and empty rows", "Title\n\na,b,c\n1,2,3\n4", [["Title"], [""], ["a", "b", "c"], ["1", "2", "3"], ["4"]]],
  ["spaces kept", " a , b ", [[" a ", " b "]]],
  ["nothing", "", []],
])("reads %s", (_, text, rows) => {
  expect(readCsv(bytes(text))).toEqual(rows);
}); // prettier-ignore

test.each([
  ["UTF-8 with a mark", Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes("ä,b"))],
  ["UTF-16 little endian", Uint8Array.of(0xff, 0xfe, 0xe4, 0, 0x2c, 0, 0x62, 0)],
  ["UTF-16 big endian", Uint8Array.of(0xfe, 0xff, 0, 0xe4, 0, 0x2c, 0, 0x62)],
  ["Windows-1252", Uint8Array.of(0xe4, 0x2c, 0x62)],
])("decodes %s", (_, encoded) => {
  expect(readCsv(encoded)).toEqual([["ä", "b"]]);
});

test("what was written is read again", () => {
  const rows = [["a", 'say "hi"'], ["x, y", "two\nlines"], ["", "ü"]]; // prettier-ignore
  expect(readCsv(writeCsv(rows))).toEqual(rows);
});
