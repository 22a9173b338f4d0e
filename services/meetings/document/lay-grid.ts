/** A cell of a table: a box of the drawing, or the empty space between two of them. */
export interface GridCell<B> {
  box: B | null
  columns: number
  rows: number
  /** In the drawing's units. */
  width: number
}

export interface Grid<B> {
  /** Widths and heights in the drawing's units. */
  columns: number[]
  rows: { height: number; cells: GridCell<B>[] }[]
}

interface Placed {
  x: number
  y: number
  width: number
  height: number
}

/**
 * A drawing of boxes that do not overlap, as a table: people can edit a table in any word processor, and no two draw
 * shapes alike. A row lists the cells that begin in it; a box over several rows is in the first of them.
 */
export function layGrid<B extends Placed>(boxes: readonly B[], width: number, height: number): Grid<B> {
  const xs = edges([0, width, ...boxes.flatMap((box) => [box.x, box.x + box.width])])
  const ys = edges([0, height, ...boxes.flatMap((box) => [box.y, box.y + box.height])])
  const rows = ys.slice(0, -1).map((top, row) => {
    const bottom = ys[row + 1]!
    const inRow = boxes
      .filter((box) => box.y <= top && box.y + box.height >= bottom)
      .sort((a, b) => a.x - b.x)
    const cells: GridCell<B>[] = []
    const add = (box: B | null, from: number, to: number, lines: number) => {
      if (to > from)
        cells.push({ box, columns: xs.indexOf(to) - xs.indexOf(from), rows: lines, width: to - from })
    }
    let x = 0
    for (const box of inRow) {
      add(null, x, box.x, 1)
      if (box.y === top) add(box, box.x, box.x + box.width, ys.indexOf(box.y + box.height) - row)
      x = box.x + box.width
    }
    add(null, x, width, 1)
    return { height: bottom - top, cells }
  })
  return { columns: xs.slice(1).map((x, at) => x - xs[at]!), rows }
}

const edges = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b)
