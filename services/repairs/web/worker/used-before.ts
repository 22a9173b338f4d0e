import { remember, remembered } from '#kernel/web/store.ts'

/** A part as it was entered last, so that it is never typed twice. */
export interface UsedPart {
  name: string
  unit: string
  /** Price of one, in fen. */
  unitPriceFen: number
}

const memory = 'repairs.parts'
const most = 12

/** The parts this phone entered, last used first. */
export function usedParts(): UsedPart[] {
  const text = remembered(memory)
  return text ? (JSON.parse(text) as UsedPart[]) : []
}

/** Puts a part in front, once. */
export function withUsedPart(parts: readonly UsedPart[], part: UsedPart): UsedPart[] {
  return [part, ...parts.filter((one) => one.name !== part.name)].slice(0, most)
}

/** Remembers a part for next time. */
export function rememberPart(part: UsedPart): void {
  remember(memory, JSON.stringify(withUsedPart(usedParts(), part)))
}
