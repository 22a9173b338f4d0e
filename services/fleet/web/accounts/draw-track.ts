export interface Drawn {
  x: number
  y: number
}

/**
 * Points on a plain of so many units, north up, as many metres to the east as to the north; a track that stands still is
 * a point in the middle. No map: nothing is fetched from outside, and nothing is told to anybody.
 */
export function drawTrack(
  points: readonly { lat: number; lon: number }[],
  size: { width: number; height: number; margin: number },
): Drawn[] {
  if (points.length === 0) return []
  const lats = points.map(({ lat }) => lat)
  const lons = points.map(({ lon }) => lon)
  const [south, north, west, east] = [
    Math.min(...lats),
    Math.max(...lats),
    Math.min(...lons),
    Math.max(...lons),
  ]
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const [across, up] = [(east - west) * narrow, north - south]
  const room = { width: size.width - 2 * size.margin, height: size.height - 2 * size.margin }
  const scale = Math.min(room.width / (across || 1e-9), room.height / (up || 1e-9), 1e7)
  const [left, top] = [(size.width - across * scale) / 2, (size.height - up * scale) / 2]
  return points.map(({ lat, lon }) => ({
    x: Math.round((left + (lon - west) * narrow * scale) * 10) / 10,
    y: Math.round((top + (north - lat) * scale) * 10) / 10,
  }))
}
