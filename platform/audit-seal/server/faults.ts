import { type Text, text } from '#kernel/contract/text.ts'

/** What can be wrong with a sealed trail; `{event}`, `{seal}` and `{day}` name the place. */
const faults = {
  entry_changed: text(
    '第 {seal} 号封存（{day}）第 {position} 条记录与封存时不同，或被调换：{event}',
    'Entry {position} in seal {seal} ({day}) is not what was sealed, or was swapped: {event}',
  ),
  entry_deleted: text(
    '第 {seal} 号封存（{day}）第 {position} 条记录已被删除：{event}',
    'Entry {position} in seal {seal} ({day}) was deleted: {event}',
  ),
  entry_inserted: text(
    '已封存的时段里多出一条记录（{day}）：{event}',
    'There is an entry in a period already sealed ({day}): {event}',
  ),
  place_missing: text(
    '第 {seal} 号封存（{day}）缺第 {position} 条的封存位置',
    'Seal {seal} ({day}) lacks its place {position}',
  ),
  place_inserted: text(
    '最后一个封存之后多出一个封存位置：{event}',
    'There is a sealed place after the last seal: {event}',
  ),
  seal_changed: text('第 {seal} 号封存（{day}）被改动', 'Seal {seal} ({day}) was changed'),
  seal_missing: text('第 {seal} 号封存不见了', 'Seal {seal} is missing'),
  head_differs: text(
    '第 {seal} 号封存与留存的链首不一致',
    'Seal {seal} is not the one of the head that was kept',
  ),
} as const

export interface Fault {
  code: keyof typeof faults
  words: Text
  seal: number | null
  day: string | null
  eventId: string | null
}

/** A fault at its place, in both languages. */
export function faultAt(
  code: Fault['code'],
  place: { seal?: number; day?: string; position?: number; eventId?: string },
): Fault {
  const fill = (template: string) =>
    template
      .replace('{seal}', String(place.seal ?? '—'))
      .replace('{day}', place.day ?? '—')
      .replace('{position}', String(place.position ?? '—'))
      .replace('{event}', place.eventId ?? '—')
  return {
    code,
    words: text(fill(faults[code].zh), fill(faults[code].en)),
    seal: place.seal ?? null,
    day: place.day ?? null,
    eventId: place.eventId ?? null,
  }
}
