import { type Text, text } from '#kernel/contract/text.ts'
import type { Format } from '#kernel/web/format.ts'
import type { RequestRow } from '../../request-row-schema.ts'

type Told = Pick<
  RequestRow,
  | 'state'
  | 'holder'
  | 'trip'
  | 'rental'
  | 'from'
  | 'divertedTo'
  | 'closingReason'
  | 'afterApproval'
  | 'approveBy'
>

const sentences = {
  SUBMITTED: text('{holder} {since} 收到，正在审批{due}', '{holder} has had it since {since}{due}'),
  SENT_BACK: text(
    '{since} 退回，请补充后重新提交：{reason}',
    'Sent back {since}, please complete it: {reason}',
  ),
  REFUSED: text('没有批准：{reason}', 'Not approved: {reason}'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
  APPROVED: text(
    '{since} 批准，{holder}正在派车，{from} 用车',
    'Approved {since}; {holder} is finding a vehicle for {from}',
  ),
  ASSIGNED: text('{plate}，{holder}师傅，{due} 出发', '{plate} with {holder}, leaving {due}'),
  UNDER_WAY: text(
    '{plate}，{holder}师傅 {since} 出车，预计 {due} 回来',
    '{plate} with {holder} left {since}, back {due}',
  ),
  DONE: text('{plate}，{driver}师傅，已完成', '{plate} with {driver}, done'),
  RENTED: text(
    '租赁车 {plate}，司机 {holder}师傅，{due} 出发',
    'Rented vehicle {plate} with {holder}, leaving {due}',
  ),
  RENTED_DONE: text('租赁车 {plate}，{driver}师傅，已完成', 'Rented vehicle {plate} with {driver}, done'),
  CANCELLED: text('已取消：{reason}', 'Cancelled: {reason}'),
  SHUTTLE: text('改乘班车', 'Goes by shuttle'),
  TAXI: text('改打车：{reason}', 'Goes by taxi: {reason}'),
} as const satisfies Record<string, Text>

const parts = {
  answerBy: text('，{when} 前答复', ', answer by {when}'),
  desk: text('派车台', 'the dispatch desk'),
  deciders: text('审批人', 'Who decides'),
  afterwards: text('先派后批，{when} 前补批', 'dispatched first; to be approved by {when}'),
}

/** Who holds it, since when, promised when, in one sentence: 何静 今天 9:12 收到，正在审批，今天 14:30 前答复. */
export function requestSentence(
  request: Told,
  say: (words: Text | string, values?: Record<string, string>) => string,
  format: Pick<Format, 'when'>,
): string {
  const when = (moment: string | null | undefined) =>
    moment ? format.when(moment).replaceAll(' ', '\u00a0') : ''
  const { holder, trip, rental, state } = request
  const key = keyOf(request)
  const due = when(holder?.due)
  const nobody = say(state === 'APPROVED' ? parts.desk : parts.deciders)
  const sentence = say(sentences[key], {
    holder: holder?.names.join('、') || nobody,
    since: when(holder?.since),
    due: state === 'SUBMITTED' ? (due ? say(parts.answerBy, { when: due }) : '') : due,
    from: when(request.from),
    plate: (trip ?? rental)?.plate ?? '',
    driver: (trip ?? rental)?.driverName ?? '',
    reason: request.closingReason ?? '',
  })
  const open = request.afterApproval === 'PENDING' || request.afterApproval === 'RETURNED'
  return open && request.approveBy
    ? `${sentence}；${say(parts.afterwards, { when: when(request.approveBy) })}`
    : sentence
}

function keyOf({ state, rental, divertedTo }: Told): keyof typeof sentences {
  if (state === 'DIVERTED') return divertedTo ?? 'TAXI'
  if (rental && state === 'ASSIGNED') return 'RENTED'
  return rental && state === 'DONE' ? 'RENTED_DONE' : state
}
