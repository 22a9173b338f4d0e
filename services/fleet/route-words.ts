/** Where a ride goes, as everybody reads it. */
export interface Route {
  origin: string
  stops: readonly string[]
  destination: string
}

/** `一号办公楼 → 区档案馆 → 机场`: from, the stops in their order, to. */
export const routeOf = ({ origin, stops, destination }: Route) => [origin, ...stops, destination].join(' → ')

/** So many stops are driven to on the way. */
export const mostStops = 5
