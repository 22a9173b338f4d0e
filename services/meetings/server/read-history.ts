import type { Ctx } from '#kernel/context.ts'
import { roomEvents } from '../room-words.ts'
import type { HistoryEntry } from '../schema.ts'

type RoomEvent = keyof typeof roomEvents
const most = 200

/** What happened to a room or to equipment, newest first, with what of it changed in figures. */
export async function historyOf(ctx: Ctx, subjectId: string): Promise<HistoryEntry[]> {
  const rows = await ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'type', 'actor_name', 'reason', 'before', 'after'])
    .where('subject_id', '=', subjectId)
    .where('type', 'in', Object.keys(roomEvents))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, at, type, actor_name, reason, before, after }) => ({
    id,
    at,
    type,
    title: roomEvents[type as RoomEvent],
    actorName: actor_name,
    reason,
    note: changeOf(ctx, before, after),
  }))
}

const shown = {
  name: { zh: '名称', en: 'name' },
  quantity: { zh: '数量', en: 'pieces' },
  countedIn: { zh: '计量单位', en: 'counted in' },
  capacity: { zh: '容纳人数', en: 'seats' },
  fromDay: { zh: '日期', en: 'day' },
  toDay: { zh: '到期日', en: 'to' },
} as const

/** 数量 24 → 20 */
function changeOf(ctx: Ctx, before: unknown, after: unknown): string | null {
  const [was, is] = [factsOf(before), factsOf(after)]
  const changes = Object.entries(shown).flatMap(([key, words]) =>
    is[key] === undefined || was[key] === is[key]
      ? []
      : [`${ctx.say(words)} ${was[key] === undefined ? '' : `${was[key]} → `}${is[key]}`],
  )
  return changes.join(ctx.say({ zh: '；', en: '; ' })) || null
}

function factsOf(part: unknown): Record<string, string | number | undefined> {
  return part !== null && typeof part === 'object' ? { ...part } : {}
}
