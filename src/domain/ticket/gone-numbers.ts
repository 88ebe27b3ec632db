/**
 * Ticket numbers that have no row, and by whom their tickets were deleted: "" where no ticket ever had the number, since a killed run reserved it and
 * never used it. Kept as ranges: "3,7-12;ana%40example.com:5".
 */
export class GoneNumbers {
  private readonly byNumber = new Map<number, string>();

  constructor(text: string) {
    for (const part of text.split(";")) {
      const [ranges = "", name = ""] = part.split(":").reverse();
      for (const one of ranges.split(",")) for (const number of range(one)) this.byNumber.set(number, named(name));
    }
  }

  has(number: number): boolean {
    return this.byNumber.has(number);
  }

  /** Undefined for a number that is not gone. */
  byOf(number: number): string | undefined {
    return this.byNumber.get(number);
  }

  add(number: number, by = ""): void {
    this.byNumber.set(number, by);
  }

  delete(number: number): void {
    this.byNumber.delete(number);
  }

  toString(): string {
    const numbersBy = new Map<string, number[]>([["", []]]);
    for (const [number, by] of this.byNumber) {
      const own = numbersBy.get(by);
      if (own) own.push(number);
      else numbersBy.set(by, [number]);
    }
    return [...numbersBy]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([by, numbers]) => (by === "" ? rangesOf(numbers) : `${encodeURIComponent(by)}:${rangesOf(numbers)}`))
      .join(";");
  }
}

function rangesOf(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const open = ranges[ranges.length - 1];
    if (open && open.last === number - 1) open.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}

function range(text: string): number[] {
  if (text === "") return [];
  const [first = 0, last = first] = text.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A name that somebody damaged stays as it is. */
function named(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
