import type { Chance } from './chance.ts'

/** A UUID version 7 of a moment gone by, so that made-up rows sort by their own time; `place` orders one moment's rows. */
export function uuidAt(at: Date, place: number, chance: Chance): string {
  const hex = (value: number, length: number) =>
    Math.floor(value).toString(16).padStart(length, '0').slice(-length)
  const time = hex(at.getTime(), 12)
  const tail = hex(chance.next() * 0x1_0000_0000, 8) + hex(chance.next() * 0x1_0000, 4)
  const variant = hex(0x8000 + chance.next() * 0x3fff, 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(place % 4096, 3)}-${variant}-${tail}`
}
