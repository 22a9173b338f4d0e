import { type Text, text } from '#kernel/contract/text.ts'
import type { Format } from '#kernel/web/format.ts'
import type { OrderRow } from '../schema.ts'
import { pauseReasons } from '../words.ts'

type Told = Pick<
  OrderRow,
  | 'state'
  | 'holder'
  | 'worker'
  | 'pauseReason'
  | 'createdAt'
  | 'startedAt'
  | 'finishedAt'
  | 'completedAt'
  | 'respondDueAt'
  | 'finishDueAt'
  | 'onTime'
  | 'closingResult'
  | 'can'
>

const sentences = {
  SUBMITTED: text('{holder} {since} 收到，{respond}', '{holder} received it {since}; {respond}'),
  ACCEPTED: text('{holder} {since} 受理，正在安排人，{promise}', '{holder} took it on {since}; {promise}'),
  OFFERED: text('{since} 已通知在岗师傅，等人接单，{promise}', 'Offered to those on duty {since}; {promise}'),
  ASSIGNED: text('{since} 已派给{holder}，等他接单，{promise}', 'Given to {holder} {since}; {promise}'),
  TAKEN: text('{holder} {since} 接单，{promise}', '{holder} accepted it {since}; {promise}'),
  IN_PROGRESS: text('{holder} {started} 开始处理，{promise}', '{holder} began {started}; {promise}'),
  PAUSED: text(
    '{holder} {since} 起暂停：{reason}，恢复后继续计时',
    '{holder} paused {since}: {reason}; the clock goes on afterwards',
  ),
  FINISHED: text('{worker} {finished} 办好，{confirm}', '{worker} finished {finished}; {confirm}'),
  COMPLETED: text('{worker} {finished} 办好，{kept}', '{worker} finished {finished}, {kept}'),
  VOIDED: text('{ended} 已结束，不再处理', 'Ended {ended}; nothing more will be done'),
  MERGED: text(
    '{ended} 并入同一地点的另一张工单，一起处理',
    'Merged {ended} into another order at the same place',
  ),
} as const satisfies Record<string, Text>

const parts = {
  promise: text('承诺{when}\u00a0前办好', 'promise: {when}'),
  noPromise: text('尽快办好', 'as soon as possible'),
  respond: text('承诺{when}\u00a0前答复您', 'answer promised: {when}'),
  noRespond: text('很快会答复您', 'an answer comes soon'),
  byYou: text('等您确认', 'waiting for your confirmation'),
  byRequester: text('等报修人确认', 'waiting for the requester'),
  inTime: text('在承诺时间内', 'in time'),
  late: text('晚于承诺时间', 'later than promised'),
  done: text('已办结', 'done'),
  someone: text('师傅', 'The worker'),
  desk: text('服务台', 'The service desk'),
}

/**
 * Who holds it, since when, promised when, in one sentence a person would say:
 * 王师傅 今天 9:12 接单，承诺今天 14:00 前办好.
 */
export function orderSentence(
  order: Told,
  say: (words: Text | string, values?: Record<string, string>) => string,
  format: Pick<Format, 'when'>,
): string {
  const when = (moment: string | null) => (moment ? format.when(moment).replace(' ', '\u00a0') : '')
  const known = sentences[order.state as keyof typeof sentences] ?? sentences.COMPLETED
  const kept = order.onTime === null ? parts.done : order.onTime ? parts.inTime : parts.late
  return say(known, {
    holder: order.holder.name || say(parts.desk),
    worker: order.worker?.name ?? say(parts.someone),
    since: when(order.holder.since),
    started: when(order.startedAt ?? order.holder.since),
    finished: when(order.finishedAt ?? order.completedAt),
    ended: when(order.completedAt ?? order.holder.since),
    reason: order.pauseReason ? say(pauseReasons[order.pauseReason]) : '',
    promise: order.finishDueAt ? say(parts.promise, { when: when(order.finishDueAt) }) : say(parts.noPromise),
    respond: order.respondDueAt
      ? say(parts.respond, { when: when(order.respondDueAt) })
      : say(parts.noRespond),
    kept: say(kept),
    confirm: say(order.can.confirm ? parts.byYou : parts.byRequester),
  })
}
