import { createHash } from 'node:crypto'
import { Transformer } from '@napi-rs/image'
import type { Ctx } from '#kernel/context.ts'
import type { Chance } from './chance.ts'
import type { Lived } from './work-records.ts'

const width = 320
const height = 240

/** A wall with a stain, or the same wall made good: enough to see that before and after differ. */
async function wallPicture(shade: number, stained: boolean): Promise<{ bytes: Buffer; thumbnail: Buffer }> {
  const pixels = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = (y * width + x) * 4
      const reach = Math.hypot((x - 190) / 80, (y - 90) / 55)
      const dirt = stained && reach < 1 ? (1 - reach) * 70 : 0
      const skirting = y > 200 ? 45 : 0
      pixels[place] = shade - dirt - skirting - y / 12
      pixels[place + 1] = shade - 6 - dirt * 1.2 - skirting - y / 12
      pixels[place + 2] = shade - 18 - dirt * 1.5 - skirting - y / 14
      pixels[place + 3] = 255
    }
  }
  const bytes = await Transformer.fromRgbaPixels(pixels, width, height).jpeg(80)
  return { bytes, thumbnail: await new Transformer(bytes).webp(70) }
}

/**
 * Pictures where a checklist line demands one, and before and after of some recent repairs.
 * @returns the picture of each order that has one of its result
 */
export async function insertPictures(
  ctx: Ctx,
  lived: readonly Lived[],
  chance: Chance,
): Promise<Map<string, string>> {
  const shades = [236, 222, 206]
  const stained = await Promise.all(shades.map((shade) => wallPicture(shade, true)))
  const clean = await Promise.all(shades.map((shade) => wallPicture(shade, false)))
  const recent = new Set(lived.slice(-60).map(({ id }) => id))
  const wanted = lived.flatMap(({ id, life }) => {
    const finish = life.hops.find(({ kind }) => kind === 'finished')
    const demanded = finish && life.item.lines.some(({ needsPhoto }) => needsPhoto)
    const shown = recent.has(id) && chance.next() < 0.5
    const shade = chance.between(0, 2)
    const before = {
      order: id,
      at: life.fault.at,
      stage: 'BEFORE',
      by: life.fault.requester?.name ?? '扫码报修人',
    }
    const after = finish && { order: id, at: finish.at, stage: 'AFTER', by: life.worker.name }
    return [
      ...(demanded || shown ? [{ ...before, picture: stained[shade]! }] : []),
      ...(after && (demanded || shown) ? [{ ...after, picture: clean[shade]! }] : []),
    ]
  })
  if (wanted.length === 0) return new Map()
  const files = await ctx.db
    .insertInto('kernel.file')
    .values(
      wanted.map(({ order, at, stage, picture }) => ({
        name: stage === 'BEFORE' ? '修前.jpg' : '修后.jpg',
        media_type: 'image/jpeg',
        size_bytes: picture.bytes.length,
        sha256: createHash('sha256').update(picture.bytes).digest(),
        width,
        height,
        bytes: picture.bytes,
        thumbnail: picture.thumbnail,
        uploaded_at: at,
        attached_at: at,
        subject_type: 'orders.service_order',
        subject_id: order,
      })),
    )
    .returning('id')
    .execute()
  await ctx.db
    .insertInto('repairs.photo')
    .values(
      wanted.map(({ order, at, stage, by }, place) => ({
        order_id: order,
        file_id: files[place]!.id,
        stage,
        at,
        by_name: by,
      })),
    )
    .execute()
  return new Map(
    wanted.flatMap(({ order, stage }, place) => (stage === 'AFTER' ? [[order, files[place]!.id]] : [])),
  )
}
