import { crc32, deflateSync } from 'node:zlib'

/** A PNG of 320 × 240 in one grey, as a camera would hand it over; another grey, other bytes. */
export function photo(grey = 0x99) {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const frame = Buffer.alloc(body.length + 8)
    frame.writeUInt32BE(data.length, 0)
    body.copy(frame, 4)
    frame.writeUInt32BE(crc32(body), body.length + 4)
    return frame
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(320, 0)
  header.writeUInt32BE(240, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(240 * 321, grey)
  for (let row = 0; row < 240; row++) rows[row * 321] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const buffer = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { name: '现场.png', mimeType: 'image/png', buffer }
}
