/** A column's width in pixels as Excel counts it: in digits of 7 pixels with 5 pixels around them. */
export function widthInCharacters(pixels: number): number {
  return Math.max(0, pixels - 5) / 7;
}

export function widthInPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

/** Heights are points, of which 72 make 96 pixels. */
export function heightInPoints(pixels: number): number {
  return (pixels * 72) / 96;
}

export function heightInPixels(points: number): number {
  return Math.round((points * 96) / 72);
}
