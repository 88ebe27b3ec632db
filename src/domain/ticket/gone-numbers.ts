/** Ticket numbers that have no row: deleted tickets, and numbers that a killed run reserved and never used. Kept as ranges: "3,7-12". */
export class GoneNumbers {
  private readonly numbers: Set<number>;

  constructor(text: string) {
    this.numbers = new Set(text === "" ? [] : text.split(",").flatMap(range));
  }

  has(number: number): boolean {
    return this.numbers.has(number);
  }

  add(number: number): void {
    this.numbers.add(number);
  }

  delete(number: number): void {
    this.numbers.delete(number);
  }

  toString(): string {
    const ranges: { first: number; last: number }[] = [];
    for (const number of [...this.numbers].sort((one, other) => one - other)) {
      const open = ranges[ranges.length - 1];
      if (open && open.last === number - 1) open.last = number;
      else ranges.push({ first: number, last: number });
    }
    return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
  }
}

function range(text: string): number[] {
  const [first = 0, last = first] = text.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
