/** A place as the report sends it, with the words people know it by. */
export interface ChosenPlace {
  siteId: string
  roomId: string | null
  placeText: string
  label: string
}

/** Two choices of the same spot. */
export function samePlace(a: ChosenPlace | null, b: ChosenPlace | null): boolean {
  return a !== null && b !== null && a.siteId === b.siteId && a.roomId === b.roomId
}
