import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { unitName } from './find-rows.ts'
import { today } from './today.ts'

interface Mover {
  id: string
  unit_id: string
  title: string | null
}

/**
 * Brings a person to the unit and title a sheet names, from today: the post before ends, one that began only today is
 * corrected. @returns whether anything changed
 */
export async function movePost(
  ctx: Ctx,
  person: Mover,
  wanted: { unitId: string; title: string | null },
): Promise<boolean> {
  if (person.unit_id === wanted.unitId && person.title === wanted.title) return false
  const day = today(ctx)
  const set = { unit_id: wanted.unitId, title: wanted.title }
  const corrected = await ctx.db
    .updateTable('directory.post')
    .set(set)
    .where('person_id', '=', person.id)
    .where('main', '=', true)
    .where('from_day', '=', day)
    .returning('id')
    .executeTakeFirst()
  if (!corrected) {
    const ended = await ctx.db
      .updateTable('directory.post')
      .set({ to_day: day })
      .where('person_id', '=', person.id)
      .where('main', '=', true)
      .where(sql<boolean>`daterange(from_day, to_day) @> ${day}::date`)
      .returning(
        sql<string | null>`(select min(later.from_day) from directory.post as later
        where later.bureau_id = post.bureau_id and later.person_id = post.person_id and later.main
          and later.from_day > ${day}::date)`.as('planned'),
      )
      .executeTakeFirst()
    // A transfer that is planned for later still happens on its day.
    await ctx.db
      .insertInto('directory.post')
      .values({ ...set, person_id: person.id, from_day: day, to_day: ended?.planned ?? null })
      .execute()
  }
  await ctx.db.updateTable('directory.person').set(set).where('id', '=', person.id).execute()
  await ctx.emit({
    type: 'directory.person_transferred',
    subjectType: 'directory.person',
    subjectId: person.id,
    before: { unit: await unitName(ctx, person.unit_id), title: person.title },
    after: { unit: await unitName(ctx, wanted.unitId), ...set, from_day: day },
  })
  return true
}
