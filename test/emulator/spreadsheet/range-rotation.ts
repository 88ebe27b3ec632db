import { NotEmulated } from "../core/errors.ts";
import type { Range } from "./range.ts";
import { RangeLayout } from "./range-layout.ts";
import { TextRotation } from "./text-rotation.ts";

const STEEPEST = 90;

/** Turned and stacked text. */
export class RangeRotation extends RangeLayout {
  getTextRotation(): TextRotation {
    return this.first((r, c) => this.rotationAt(r, c));
  }
  getTextRotations(): TextRotation[][] {
    return this.collect((r, c) => this.rotationAt(r, c));
  }
  setTextRotation(rotation: number | TextRotation): Range {
    return this.turned(() => rotation);
  }
  setTextRotations(rotations: (number | TextRotation)[][]): Range {
    this.checkForm(rotations);
    return this.turned((row, column) => rotations[row]?.[column] ?? 0);
  }
  setVerticalText(isVertical: boolean): Range {
    return this.setAll("stacked", isVertical || null);
  }

  private rotationAt(row: number, column: number): TextRotation {
    const { degrees = 0, stacked = false } = this.grid.lookAt(row, column);
    return new TextRotation(this.run, degrees, stacked);
  }

  private turned(of: (row: number, column: number) => number | TextRotation): Range {
    const { rows, columns } = this.rect;
    const cells = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => of(row, column)),
    );
    const degrees = cells.map((line) => line.map((cell) => (typeof cell === "number" ? cell : cell.getDegrees())));
    if (degrees.flat().some((one) => Math.abs(one) > STEEPEST))
      throw new NotEmulated("A text rotation beyond 90 degrees");
    this.setEach(
      "stacked",
      cells.map((line) => line.map((cell) => (typeof cell !== "number" && cell.isVertical()) || null)),
    );
    return this.setEach(
      "degrees",
      degrees.map((line) => line.map((one) => one || null)),
    );
  }
}
