/** How many bytes a piece of PostgreSQL's log has; initdb's default, which our clusters keep. */
export const SEGMENT_BYTES = 16 * 1024 * 1024
/** Pieces below one middle part of a name. */
const PER_LOG = 2 ** 32 / SEGMENT_BYTES

/** Names like `00000001000000000000002A`: timeline, then number; 8 hexadecimal digits each part. */
export const segmentShape = /^[0-9A-F]{24}$/

/** The place of a piece in its timeline, so that neighbours differ by one. */
export function segmentNumber(name: string): number {
  return Number.parseInt(name.slice(8, 16), 16) * PER_LOG + Number.parseInt(name.slice(16, 24), 16)
}

/** The name of the piece after this one. */
export function segmentAfter(name: string): string {
  const next = segmentNumber(name) + 1
  const part = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')
  return name.slice(0, 8) + part(Math.floor(next / PER_LOG)) + part(next % PER_LOG)
}
