import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { unitName } from './find-rows.ts'
import { today } from './today.ts'

interface Moved {
  id: string
  unit_id: string
  title: string | null
  old_unit_id: string
  old_title: string | null
}

/** Brings people to the unit of the post that holds today; doing it twice changes nothing more. */
export async function beginPosts(ctx: Ctx): Promise<void> {
  const { rows } = await sql<Moved>`
    update directory.person set unit_id = post.unit_id, title = post.title
    from directory.post, directory.person as old
    where post.person_id = person.id and post.main and old.id = person.id
      and post.bureau_id = person.bureau_id and old.bureau_id = person.bureau_id
      and daterange(post.from_day, post.to_day) @> ${today(ctx)}::date
      and (person.unit_id, person.title) is distinct from (post.unit_id, post.title)
    returning person.id, person.unit_id, person.title, old.unit_id as old_unit_id, old.title as old_title
  `.execute(ctx.db)
  for (const moved of rows) {
    await ctx.emit({
      type: 'directory.person_changed',
      subjectType: 'directory.person',
      subjectId: moved.id,
      before: { unit: await unitName(ctx, moved.old_unit_id), title: moved.old_title },
      after: { unit: await unitName(ctx, moved.unit_id), title: moved.title },
    })
  }
}
