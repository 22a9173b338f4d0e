interface Point {
  at: number
  km: number
}

/** What stands around a place in the line, for the words of a refusal. */
export interface Around {
  before: number | null
  after: number | null
}

/** The readings of one vehicle by time, in which the kilometres never fall: the ledger's rule, for many lines at once. */
export class OdometerLine {
  readonly #points: Point[]

  /** @param points of the ledger, in any order */
  constructor(points: readonly Point[] = []) {
    this.#points = [...points].sort((a, b) => a.at - b.at || a.km - b.km)
  }

  /** Puts a reading into its place by time. @returns null when it fits, else what stands around it */
  add(at: number, km: number): Around | null {
    const place = this.#placeAfter(at)
    const before = this.#points[place - 1]?.km ?? null
    const after = this.#points[place]?.km ?? null
    if ((before !== null && km < before) || (after !== null && km > after)) return { before, after }
    this.#points.splice(place, 0, { at, km })
    return null
  }

  /** Takes a reading out again, when the line it came from is not taken after all. */
  remove(at: number, km: number): void {
    const place = this.#points.findIndex((point) => point.at === at && point.km === km)
    if (place >= 0) this.#points.splice(place, 1)
  }

  #placeAfter(at: number): number {
    let [low, high] = [0, this.#points.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#points[middle]!.at <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
