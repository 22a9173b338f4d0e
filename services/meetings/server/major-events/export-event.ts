import { bookingStates } from '#engines/bookings/states.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { majorEventActions } from '../../actions/major-event-actions.ts'
import type { EventDetail } from '../../major-event-schema.ts'
import { needKinds } from '../../major-event-words.ts'
import { readEvent } from './read-event.ts'

/** All parts of an event as one sheet, in the order in which they are due. @throws Problem 404 */
export async function exportEvent(
  ctx: Ctx,
  { eventId, format }: InputOf<(typeof majorEventActions)['exportEvent']>,
): Promise<FileAnswer> {
  const event = await readEvent(ctx, { eventId })
  const content = {
    title: event.number,
    columns: ['类别', '名称', '时间', '负责人或单位', '状态', '数量'].map((heading) => ({
      heading,
      kind: heading === '数量' ? ('number' as const) : ('text' as const),
      ...(heading === '名称' ? { width: 36 } : {}),
    })),
    rows: [...milestoneRows(event), ...meetingRows(ctx, event), ...needRows(event), ...guestRows(event)],
  }
  return sheetAnswer(content, format ?? 'xlsx', `${event.number} ${event.title}`)
}

function milestoneRows({ milestoneList }: EventDetail) {
  return milestoneList.map(({ title, dueOn, ownerName, doneAt, late }) => [
    '节点',
    title,
    dueOn,
    ownerName,
    doneAt ? `完成于 ${localMinute(doneAt)}` : late ? '逾期' : '未完成',
    null,
  ])
}

function meetingRows(ctx: Ctx, { parts }: EventDetail) {
  return parts.map(({ number, title, from, room, state, headcount, attended }) => [
    '会议',
    title ?? ctx.say(text(`不公开（${number}）`, `Private (${number})`)),
    localMinute(from),
    room ?? '',
    bookingStates.states[state].title.zh,
    attended ?? headcount,
  ])
}

function needRows({ needs }: EventDetail) {
  return needs.map(({ kind, note, onDay, askedBy, quantity }) => [
    '需求',
    [needKinds[kind].zh, note].filter(Boolean).join('：'),
    onDay,
    askedBy,
    '',
    quantity,
  ])
}

function guestRows({ guestList }: EventDetail) {
  return (guestList ?? []).map(({ name, unit }) => ['嘉宾', name, '', unit, '', null])
}
