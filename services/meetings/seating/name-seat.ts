import { type Text, text } from '#kernel/contract/text.ts'
import { type Side, sides } from './words.ts'

/** 主席台 3 号, 第 2 排 5 号, 客方 1 号: as it is said to an usher. `rows`: whether there is more than one row. */
export function nameSeat(side: Side, row: number, number: number, rows: number): Text {
  const { zh, en } = sides[side]
  if (side === 'FLOOR') return text(`第 ${row} 排 ${number} 号`, `Row ${row}, seat ${number}`)
  if (rows > 1) return text(`${zh}第 ${row} 排 ${number} 号`, `${en}, row ${row}, seat ${number}`)
  return text(`${zh} ${number} 号`, `${en} ${number}`)
}
