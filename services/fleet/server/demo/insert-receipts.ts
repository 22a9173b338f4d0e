import { createHash } from 'node:crypto'
import { Transformer } from '@napi-rs/image'
import type { Ctx } from '#kernel/context.ts'
import { costKinds } from '../../words.ts'
import type { DemoCost, DemoTrip } from './demo-life.ts'

const width = 240
const height = 320

/** A slip of paper with printed lines: enough to see that a receipt is there. */
async function slip(): Promise<{ bytes: Buffer; thumbnail: Buffer }> {
  const pixels = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const paper = x > 24 && x < 216 && y > 16 && y < 304
      const printed = paper && x > 44 && x < 200 - ((y * 7) % 60) && y % 22 < 5 && y > 40
      const shade = printed ? 92 : paper ? 247 : 168
      pixels.fill(shade, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  const bytes = await Transformer.fromRgbaPixels(pixels, width, height).jpeg(70)
  return { bytes, thumbnail: await new Transformer(bytes).webp(60) }
}

/** Receipts of a month and kind lie together, as a driver hands them in. */
export function receiptOf(trip: DemoTrip, cost: DemoCost): string {
  return `${trip.returnedAt!.toISOString().slice(0, 7)} ${cost.kind}`
}

/** @returns the file of each bundle of receipts */
export async function insertReceipts(ctx: Ctx, trips: readonly DemoTrip[]): Promise<Map<string, string>> {
  const first = new Map<string, { trip: DemoTrip; cost: DemoCost }>()
  for (const trip of trips)
    for (const cost of trip.costs)
      if (!first.has(receiptOf(trip, cost))) first.set(receiptOf(trip, cost), { trip, cost })
  if (first.size === 0) return new Map()
  const { bytes, thumbnail } = await slip()
  const bundles = [...first]
  const files = await ctx.db
    .insertInto('kernel.file')
    .values(
      bundles.map(([name, { trip, cost }]) => ({
        name: `${name.slice(0, 7)}${costKinds[cost.kind].zh}票据.jpg`,
        media_type: 'image/jpeg',
        size_bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest(),
        width,
        height,
        bytes,
        thumbnail,
        uploaded_at: trip.returnedAt!,
        attached_at: trip.returnedAt!,
        subject_type: 'fleet.trip',
        subject_id: trip.id,
      })),
    )
    .returning('id')
    .execute()
  return new Map(bundles.map(([name], place) => [name, files[place]!.id]))
}
