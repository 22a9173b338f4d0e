/**
 * The page of GB/T 9704-2012. Marks: [B] confirmed in public guides, [C] from practice and not checked against the
 * standard's text.
 */
const TWIPS_PER_MM = 1440 / 25.4

export const pageMm = {
  /** A4 [B] */
  width: 210,
  height: 297,
  /** 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm [B]; right and bottom are what remains. */
  top: 37,
  left: 28,
  textWidth: 156,
  textHeight: 225,
  right: 210 - 28 - 156,
  bottom: 297 - 37 - 225,
  /** From the paper's edge to the foot of the page number, whose dashes stand 7 mm below the text area [C]. */
  footer: 25,
}

/** 22 lines of 28 characters [B]. */
export const grid = { lines: 22, charactersPerLine: 28 }

/** Point sizes of the Chinese size names. 二号 title, 三号 body [B]; 四号 page number and imprint [C]. */
export const points = { title: 22, body: 16, small: 14, table: 12, fine: 10.5 }

export function twipsOfMm(mm: number): number {
  return Math.round(mm * TWIPS_PER_MM)
}

/** Rounded down, so that 22 lines never grow out of the text area: 579 twips, 28.95 pt. */
export const linePitchTwips = Math.floor((pageMm.textHeight * TWIPS_PER_MM) / grid.lines)

export const characterPitchPoints = (pageMm.textWidth * TWIPS_PER_MM) / 20 / grid.charactersPerLine

/**
 * 28 characters of 16 pt are 448 pt, but the text area is 442 pt wide: each gives up a little. As spacing of the type,
 * because word processors disagree on a character grid that is tighter than the type. In twips, rounded down.
 */
export const characterSpacingTwips = Math.floor((characterPitchPoints - points.body) * 20)

/** The same for the page set-up: in 1/4096 pt, relative to the size of the style Normal (ECMA-376 part 1, §17.6.5). */
export const characterSpace = Math.floor((characterPitchPoints - points.body) * 4096)

/** So many characters of the body, in twips. */
export function charactersInTwips(count: number, size: number = characterPitchPoints): number {
  return Math.round(count * size * 20)
}

/** Widths as the grid counts them: a Chinese character is 1, a digit or Latin letter a half. */
export function widthInCharacters(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.5), 0)
}

/** As large as one line of the text area holds, so that a long name does not wrap; at most 48, at least 二号. */
export function issuerPoints(line: string): number {
  const fitting = Math.floor((characterPitchPoints * grid.charactersPerLine) / widthInCharacters(line))
  return Math.max(points.title, Math.min(48, fitting))
}
