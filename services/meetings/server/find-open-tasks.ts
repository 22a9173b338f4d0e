import type { Ctx } from '#kernel/context.ts'

/** How much of a meeting's support is still to be done, and by whom. */
export interface OpenTasks {
  count: number
  ownerIds: string[]
}

export async function findOpenTasks(ctx: Ctx, meetingId: string, plannedBefore?: Date): Promise<OpenTasks> {
  let query = ctx.db
    .selectFrom('meetings.task')
    .select('owner_person_id')
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', ['PLANNED', 'STARTED'])
  if (plannedBefore) query = query.where('created_at', '<', plannedBefore.toISOString())
  const rows = await query.execute()
  return {
    count: rows.length,
    ownerIds: [...new Set(rows.flatMap(({ owner_person_id }) => owner_person_id ?? []))],
  }
}
