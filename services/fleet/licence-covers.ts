import { type Text, text } from '#kernel/contract/text.ts'
import type { Body, LicenceClass } from './words.ts'

/** 机动车驾驶证申领和使用规定 附件1《准驾车型及代号》; mark C: from memory. */
export const licenceSource: Text = text(
  '《机动车驾驶证申领和使用规定》附件1（准驾车型及代号）',
  'Rules on driving licences, annex 1 (classes)',
)

interface Size {
  body: Body
  /** With the driver's. */
  seats: number
}

/** Small: up to 9 seats. Medium bus: 10 to 19. Large: 20 and more. Whichever is larger, the body or the seats. */
export function neededClasses({ body, seats }: Size): readonly LicenceClass[] {
  if (body === 'TRUCK') return ['A1', 'A2', 'B2']
  if (body === 'LARGE_BUS' || seats > 19) return ['A1']
  if (body === 'MEDIUM_BUS' || seats > 9) return ['A1', 'A2', 'B1']
  return ['A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2']
}

/** Whether somebody with this class may drive a vehicle of this body and so many seats. */
export function licenceCovers(licence: LicenceClass, size: Size): boolean {
  return neededClasses(size).includes(licence)
}
