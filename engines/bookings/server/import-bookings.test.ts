import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { at, bookingStory } from './booking-story.ts'
import { type ImportedBooking, importBookings } from './import-bookings.ts'

describe('bookings from a sheet', () => {
  const world = useWorld()
  const { room } = bookingStory(world)
  const unit = () =>
    world.ctx('system', (ctx) =>
      ctx.db.selectFrom('directory.unit').select('id').where('name', '=', '财政局').executeTakeFirstOrThrow(),
    )
  const take = (lines: readonly ImportedBooking[]) => world.ctx('system', (ctx) => importBookings(ctx, lines))
  const holds = () =>
    world.ctx('system', async (ctx) => {
      const { rows } = await sql<{ id: string; from: string }>`
        select booking_id as id, lower(occupied) as "from" from bookings.hold order by 2`.execute(ctx.db)
      return rows
    })

  it('two lines may change places, the first of two that clash has it, and nobody loses what they held', async () => {
    const resourceId = await room('第一会议室')
    const { id: unitId } = await unit()
    const line = (title: string, from: string, to: string, more: Partial<ImportedBooking> = {}) => ({
      line: 'meetings',
      title,
      rank: 'ORDINARY' as const,
      state: 'ENDED' as const,
      unitId,
      organiserName: '财政局',
      headcount: 8,
      from: new Date(at(from)),
      to: new Date(at(to)),
      resourceIds: [resourceId],
      ...more,
    })
    const [a, b, late] = await take([
      line('甲', '02-10 09:00', '02-10 10:00'),
      line('乙', '02-10 10:00', '02-10 11:00'),
      line('丙', '02-10 09:30', '02-10 10:30'),
    ])
    expect([a!.clash, b!.clash, late!.clash?.title]).toEqual([null, null, '甲'])
    const swapped = await take([
      line('甲', '02-10 10:00', '02-10 11:00', { id: a!.id }),
      line('乙', '02-10 09:00', '02-10 10:00', { id: b!.id }),
    ])
    expect(swapped.map(({ clash }) => clash)).toEqual([null, null])
    expect((await holds()).map(({ id }) => id)).toEqual([b!.id, a!.id])
    // 甲 clashes with somebody else and stays where it is, so 乙 may not go there either.
    await take([line('丁', '02-10 14:00', '02-10 15:00')])
    const refused = await take([
      line('甲', '02-10 14:30', '02-10 15:30', { id: a!.id }),
      line('乙', '02-10 10:00', '02-10 11:00', { id: b!.id }),
    ])
    expect(refused.map(({ clash }) => clash?.title)).toEqual(['丁', '甲'])
    expect((await holds()).map(({ id }) => id).slice(0, 2)).toEqual([b!.id, a!.id])
    // What a sheet calls off gives its place back.
    await take([line('甲', '02-10 10:00', '02-10 11:00', { id: a!.id, state: 'CANCELLED' })])
    expect((await holds()).map(({ id }) => id)).not.toContain(a!.id)
  })

  it('holds all a line claims or nothing: a vehicle and its driver', async () => {
    const [one, two] = [await room('第一会议室'), await room('第二会议室')]
    const { id: unitId } = await unit()
    const line = (title: string, from: string, to: string, resourceIds: string[]) => ({
      line: 'fleet',
      title,
      rank: 'ORDINARY' as const,
      state: 'ENDED' as const,
      unitId,
      organiserName: '财政局',
      headcount: 3,
      from: new Date(at(from)),
      to: new Date(at(to)),
      resourceIds,
    })
    const taken = await take([
      line('甲', '02-10 09:00', '02-10 10:00', [one, two]),
      line('乙', '02-10 09:30', '02-10 10:30', [two]),
      line('丙', '02-10 10:00', '02-10 11:00', [two]),
    ])
    expect(taken.map(({ clash }) => clash?.resourceId ?? null)).toEqual([null, two, null])
    const again = await take([line('丁', '02-10 10:30', '02-10 12:00', [one, two])])
    expect(again[0]!.clash).toEqual({ bookingId: taken[2]!.id, title: '丙', resourceId: two })
    expect((await holds()).map(({ id }) => id).sort()).toEqual(
      [taken[0]!.id, taken[0]!.id, taken[2]!.id].sort(),
    )
  })
})
