import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { orders } from '../module.ts'
import { complaintStates } from '../states.ts'
import { complaintChannels } from '../words.ts'
import { filterComplaints } from './complaints.ts'

type Actions = typeof orders.actions

const headings = [
  text('投诉编号', 'Number'),
  text('渠道', 'Channel'),
  text('事由', 'About'),
  text('内容', 'Words'),
  text('投诉人', 'Complainant'),
  text('单位', 'Unit'),
  text('工单编号', 'Order'),
  text('有关事项', 'Matter'),
  text('责任人', 'Owner'),
  text('登记时间', 'Registered'),
  text('答复期限', 'Due'),
  text('答复时间', 'Answered'),
  text('是否属实', 'Justified'),
  text('答复', 'Answer'),
  text('状态', 'State'),
]
const mostRows = 20_000

/** The complaints as a sheet. */
export async function exportComplaints(
  ctx: Ctx,
  input: InputOf<Actions['exportComplaints']>,
): Promise<FileAnswer> {
  const { format, ...filters } = input
  const rows = await filterComplaints(ctx, filters)
    .orderBy('c.registered_at', 'desc')
    .limit(mostRows)
    .execute()
  const title = ctx.say(text('投诉', 'Complaints'))
  const justified = (is: boolean | null) =>
    is === null ? '' : ctx.say(is ? text('属实', 'Yes') : text('不属实', 'No'))
  return sheetAnswer(
    {
      title,
      columns: headings.map((heading) => ({ heading: ctx.say(heading) })),
      rows: rows.map((row) => [
        row.number,
        ctx.say(complaintChannels[row.channel as keyof typeof complaintChannels]),
        row.about,
        row.words,
        row.complainant_name,
        row.unit_name,
        row.order_number,
        row.matter_label,
        row.owner_name,
        localMinute(row.registered_at),
        localMinute(row.due_at),
        row.answered_at && localMinute(row.answered_at),
        justified(row.justified),
        row.answer,
        ctx.say(complaintStates.states[row.state as keyof typeof complaintStates.states].title),
      ]),
    },
    format ?? 'xlsx',
    title,
  )
}
