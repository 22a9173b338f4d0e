import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { containing } from '#kernel/database/containing.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { majorEventActions } from '../../actions/major-event-actions.ts'
import type { EventRow } from '../../major-event-schema.ts'
import { majorEventStates } from '../../major-event-words.ts'

type Actions = typeof majorEventActions

/** Events with what is in them. */
export function selectEvents(ctx: Ctx, filters: { search?: string; state?: readonly string[] } = {}) {
  let query = ctx.db
    .selectFrom('meetings.major_event as e')
    .selectAll('e')
    .select([
      sql<number>`(select count(*)::int from meetings.event_meeting x
        where x.bureau_id = e.bureau_id and x.event_id = e.id)`.as('meetings'),
      sql<number>`(select count(*)::int from meetings.event_guest g
        where g.bureau_id = e.bureau_id and g.event_id = e.id)`.as('guests'),
      sql<EventRow['milestones']>`(select jsonb_build_object('all', count(*), 'done', count(s.done_at),
          'late', count(*) filter (where s.done_at is null and s.due_on < kernel.local_day(${ctx.now}::timestamptz)))
        from meetings.milestone s where s.bureau_id = e.bureau_id and s.event_id = e.id)`.as('milestones'),
    ])
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    query = query.where((row) =>
      row.or([
        row('e.title', 'ilike', like),
        row('e.number', 'ilike', like),
        row('e.owner_name', 'ilike', like),
      ]),
    )
  }
  if (filters.state?.length) query = query.where('e.state', 'in', [...filters.state])
  return query
}
type Selection = Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>[number]

export function eventRowOf(row: Selection): EventRow {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state as EventRow['state'],
    ownerName: row.owner_name,
    fromDay: row.from_day,
    toDay: row.to_day,
    meetings: row.meetings,
    guests: row.guests,
    milestones: row.milestones,
  }
}

/** The newest first. */
export async function listEvents(
  ctx: Ctx,
  input: InputOf<Actions['listEvents']>,
): Promise<OutputOf<Actions['listEvents']>> {
  const { items, next } = await keysetPage(selectEvents(ctx, input), input, {
    by: [{ column: 'from_day', ref: 'e.from_day', direction: 'desc' }],
    idRef: 'e.id',
  })
  return { items: items.map(eventRowOf), next }
}

export async function exportEvents(ctx: Ctx, input: InputOf<Actions['exportEvents']>): Promise<FileAnswer> {
  const rows = await selectEvents(ctx, input).orderBy('e.from_day', 'desc').orderBy('e.id', 'desc').execute()
  const title = ctx.say({ zh: '重大活动', en: 'Major events' })
  const content = {
    title,
    columns: [
      { heading: '编号', kind: 'text' as const },
      { heading: '名称', kind: 'text' as const, width: 30 },
      { heading: '状态', kind: 'text' as const },
      { heading: '负责人', kind: 'text' as const },
      { heading: '开始日期', kind: 'date' as const },
      { heading: '结束日期', kind: 'date' as const },
      { heading: '会议数', kind: 'number' as const },
      { heading: '嘉宾数', kind: 'number' as const },
      { heading: '节点数', kind: 'number' as const },
      { heading: '已完成节点', kind: 'number' as const },
      { heading: '逾期节点', kind: 'number' as const },
    ],
    rows: rows
      .map(eventRowOf)
      .map((one) => [
        one.number,
        one.title,
        majorEventStates.states[one.state].title.zh,
        one.ownerName,
        one.fromDay,
        one.toDay,
        one.meetings,
        one.guests,
        one.milestones.all,
        one.milestones.done,
        one.milestones.late,
      ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}
