import type { Font } from 'fontkit'
import { type Furniture, layRoom, type Seat } from '../seating/layouts.ts'
import { rulesOf } from '../seating/rules-of-plan.ts'
import type { SeatingPlan } from '../seating/schema.ts'
import { furnitureWords, layouts } from '../seating/words.ts'
import { openTypeface, printable, requireCharacters, widthInEms } from './typeface.ts'

export interface SeatPlanSheet {
  meeting: string
  /** As people read it: 2026年11月22日（星期日）9:00—11:00. */
  time: string
  room: string
  plan: SeatingPlan
  printedAt: Date
}

/** A4 across; the drawing lies between head and legend. In mm. */
export const sheet = { width: 297, height: 210, side: 12, top: 37, bottom: 24 }

export interface Words {
  text: string
  /** In mm; 0 when there is no room for it. */
  size: number
}

/** A box of the drawing, in units of one chair, with its words. */
export interface DrawnBox {
  x: number
  y: number
  width: number
  height: number
  seat: Seat | null
  isTaken: boolean
  main: Words
  below: Words | null
}

export interface DrawnPlan {
  title: string
  facts: string
  legend: string[]
  boxes: DrawnBox[]
  /** Of the room, in units, and what one unit is in mm. */
  width: number
  height: number
  unit: { width: number; height: number }
}

/** The drawing of a plan with the size of every word. @throws Problem 422 for a character that the typeface lacks */
export async function drawPlan({ meeting, time, room, plan }: SeatPlanSheet): Promise<DrawnPlan> {
  const font = await openTypeface('regular')
  const { seats, furniture, width, height } = layRoom(plan.layout, plan.dimensions, plan.evenRule)
  const unit = {
    width: Math.min(34, (sheet.width - 2 * sheet.side) / width),
    height: Math.min(20, (sheet.height - sheet.top - sheet.bottom) / height),
  }
  const people = Object.values(plan.taken)
  const facts = [`时间：${printable(time)}`, `地点：${printable(room)}`, layouts[plan.layout].zh].join('　')
  const legend = legendOf(plan, seats.length)
  requireCharacters(font, [meeting, facts, ...people.flatMap((one) => [one.name, one.unit ?? '']), ...legend])
  return {
    title: `${printable(meeting)} 座次图`,
    facts,
    legend,
    boxes: [
      ...seats.map((seat) => drawSeat(seat, plan, unit, font)),
      ...furniture.map((thing) => drawFurniture(thing, unit, font)),
    ],
    width,
    height,
    unit,
  }
}

function drawSeat(seat: Seat, plan: SeatingPlan, unit: DrawnPlan['unit'], font: Font): DrawnBox {
  const person = plan.taken[seat.id]
  const sized = fitWords(font, unit)
  const name = sized(person ? printable(person.name) : seatNumber(seat), person ? 0.42 : 0.3)
  // A unit below one and a half millimetres can't be read.
  const below = person?.unit ? sized(printable(person.unit), 0.24) : null
  return {
    x: seat.x,
    y: seat.y,
    width: 1,
    height: 1,
    seat,
    isTaken: person !== undefined,
    main: name,
    below: below && below.size >= 1.5 ? below : null,
  }
}

/** 2-5 in rows, else the number alone; the seat's full name stands in the list and on the plates. */
function seatNumber({ side, row, number }: Seat): string {
  return side === 'FLOOR' || (side === 'ROSTRUM' && row > 1) ? `${row}-${number}` : `${number}`
}

function drawFurniture(thing: Furniture, unit: DrawnPlan['unit'], font: Font): DrawnBox {
  const space = { width: unit.width * thing.width, height: unit.height * thing.height }
  const text = furnitureWords[thing.kind].zh
  return {
    ...thing,
    seat: null,
    isTaken: false,
    main: text ? fitWords(font, space)(text, 0.55) : { text: '', size: 0 },
    below: null,
  }
}

function fitWords(font: Font, space: { width: number; height: number }) {
  return (text: string, share: number): Words => ({
    text,
    size: Math.min(space.height * share, (space.width * 0.86) / Math.max(widthInEms(font, text), 0.1), 6),
  })
}

function legendOf(plan: SeatingPlan, seats: number): string[] {
  const taken = Object.keys(plan.taken).length
  const rules = rulesOf(plan)
  const sources = new Set(
    rules.flatMap((rule) => rule.sources.map(({ title, mark }) => `${title.zh}［${mark}］`)),
  )
  return [
    `共 ${seats} 座，已排 ${taken} 人，空 ${seats - taken} 座；虚线框为空座，框内数字为座号（自图左起）。图上方为${frontOf(plan)}。`,
    `座次规则：${rules.map(({ words }) => words.zh).join('')}`,
    `规则来源：${[...sources].join('；')}。A 已核原文，B 见于转载，C 据惯例，供参考。`,
  ]
}

const frontOf = ({ layout }: SeatingPlan) =>
  layout === 'BOARD' || layout === 'HOLLOW_SQUARE' ? '面门一边' : layout === 'U_SHAPE' ? '上首' : '前方'
