/** One position as a terminal sent it. */
export interface Jt808Position {
  /** The terminal's phone number, without leading zeros. */
  terminal: string
  serial: number
  at: Date
  lat: number
  lon: number
  speedKmh: number
  /** The terminal had a fix; without one it repeats an old place. */
  fixed: boolean
}

export type Jt808Refusal = 'FRAME' | 'CHECKSUM' | 'LENGTH' | 'ENCRYPTED' | 'TIME'
export type Jt808Result =
  | { kind: 'position'; position: Jt808Position }
  | { kind: 'other'; message: number }
  | { kind: 'refused'; why: Jt808Refusal }

const flag = 0x7e
const escaped = 0x7d
const positionReport = 0x0200
const shortestPosition = 28

/**
 * Decodes what a gateway passes on from terminals: frames between 0x7e, one after the other. Only position reports
 * (0x0200) are read; headers of 2011/2013 (phone BCD[6]) and of 2019 (version bit, phone BCD[10]) alike. Source: JT/T
 * 808-2019 §4.4 and §8.12, mark C (from memory; the bytes of the tests are worked out by hand).
 */
export function readJt808(bytes: Uint8Array): Jt808Result[] {
  return splitFrames(bytes).map((frame): Jt808Result => {
    const plain = plainOf(frame)
    if (!plain || plain.length < 13) return refused('FRAME')
    const sum = plain.subarray(0, -1).reduce((left, byte) => left ^ byte, 0)
    if (sum !== plain.at(-1)) return refused('CHECKSUM')
    return readMessage(new DataView(plain.buffer, plain.byteOffset, plain.length - 1))
  })
}

const refused = (why: Jt808Refusal): Jt808Result => ({ kind: 'refused', why })

/** What stands between two flags; an unfinished frame is one of its own, to be refused. */
function splitFrames(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = []
  let from = 0
  for (let place = 0; place <= bytes.length; place++) {
    if (place < bytes.length && bytes[place] !== flag) continue
    if (place > from) frames.push(bytes.subarray(from, place))
    from = place + 1
  }
  return frames
}

/** 0x7d 0x02 is 0x7e, 0x7d 0x01 is 0x7d; anything else after 0x7d is no frame. */
function plainOf(frame: Uint8Array): Uint8Array | null {
  const plain: number[] = []
  for (let place = 0; place < frame.length; place++) {
    const byte = frame[place]!
    if (byte !== escaped) {
      plain.push(byte)
      continue
    }
    const next = frame[++place]
    if (next !== 1 && next !== 2) return null
    plain.push(next === 2 ? flag : escaped)
  }
  return Uint8Array.from(plain)
}

function readMessage(view: DataView): Jt808Result {
  const message = view.getUint16(0)
  const attributes = view.getUint16(2)
  const of2019 = (attributes & 0x4000) !== 0
  const parted = (attributes & 0x2000) !== 0
  if ((attributes & 0x1c00) !== 0) return refused('ENCRYPTED')
  const phoneAt = of2019 ? 5 : 4
  const phoneBytes = of2019 ? 10 : 6
  const bodyAt = phoneAt + phoneBytes + 2 + (parted ? 4 : 0)
  const length = attributes & 0x03ff
  if (view.byteLength !== bodyAt + length) return refused('LENGTH')
  if (message !== positionReport) return { kind: 'other', message }
  if (length < shortestPosition) return refused('LENGTH')
  const terminal = bcd(view, phoneAt, phoneBytes).replace(/^0+/, '')
  const serial = view.getUint16(phoneAt + phoneBytes)
  return readPosition(view, bodyAt, { terminal, serial })
}

function readPosition(view: DataView, at: number, from: { terminal: string; serial: number }): Jt808Result {
  const status = view.getUint32(at + 4)
  // Bit 5: the place was scrambled by a plug-in of the manufacturer.
  if ((status & 0x20) !== 0) return refused('ENCRYPTED')
  const [south, west] = [(status & 0x4) !== 0, (status & 0x8) !== 0]
  const moment = timeOf(bcd(view, at + 22, 6))
  if (!moment || !/^[0-9]+$/.test(from.terminal)) return refused('TIME')
  return {
    kind: 'position',
    position: {
      ...from,
      at: moment,
      lat: (view.getUint32(at + 8) / 1e6) * (south ? -1 : 1),
      lon: (view.getUint32(at + 12) / 1e6) * (west ? -1 : 1),
      speedKmh: view.getUint16(at + 18) / 10,
      fixed: (status & 0x2) !== 0,
    },
  }
}

function bcd(view: DataView, at: number, bytes: number): string {
  let digits = ''
  for (let place = at; place < at + bytes; place++)
    digits += view.getUint8(place).toString(16).padStart(2, '0')
  return digits
}

/** YYMMDDhhmmss in China's time. */
function timeOf(digits: string): Date | null {
  const parts = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits)
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  const text = `20${year}-${month}-${day}T${hour}:${minute}:${second}`
  const at = new Date(`${text}+08:00`)
  // Date.parse turns 30 February into 2 March: only what comes back unchanged exists.
  if (Number.isNaN(at.getTime())) return null
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().startsWith(text) ? at : null
}
