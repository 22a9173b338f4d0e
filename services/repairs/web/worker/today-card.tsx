import { orders } from '#engines/orders/module.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { pendingFor } from '#kernel/web/offline/next-deed.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useNow } from '#ui/clock.tsx'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { DutySwitch } from './duty-switch.tsx'
import { InstallHint } from './install-hint.tsx'
import { NextTask } from './next-task.tsx'
import { projectRow } from './project-repair.ts'
import { shiftQuery } from './shift.ts'
import { sortTasks } from './sort-tasks.ts'
import { TaskLine } from './task-line.tsx'
import './worker.css'

const messages = defineMessages({
  later: text('接下来 {n} 单', 'Then {n} more'),
  offered: text('可以抢的 {n} 单', '{n} to claim'),
  paused: text('先放着的 {n} 单', '{n} paused'),
  none: text('手上没有活了', 'Nothing in your hands'),
  onDuty: text('派给您的单子会自己出现在这里。', 'What is assigned to you appears here by itself.'),
  offDuty: text(
    '您现在离岗，调度不会派单给您。到岗请打开上面的开关。',
    'You are off duty, so nothing is assigned to you. Switch it on above when you are there.',
  ),
})

/** 今天: the next task large, then the others in the order to do them, and what may be claimed. */
export default function TodayCard() {
  const t = useText(messages)
  const now = useNow()
  const read = useRead(orders.actions.listOrders, shiftQuery)
  const deeds = useDeeds()
  const duty = useRead(orders.actions.readMyDuty, {})
  if (read.isPending) return <Loading />
  if (read.error && !read.data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const rows = read.data.items.map((row) => projectRow(row, pendingFor(deeds, row.id, read.dataUpdatedAt)))
  const { next, later, paused, offered } = sortTasks(rows, now)
  const nothing = !next && offered.length === 0
  return (
    <div className="today">
      <DutySwitch />
      {next ? <NextTask row={next} /> : null}
      {nothing ? (
        <Empty icon="tasks" title={t('none')} next={t(duty.data?.onDuty === false ? 'offDuty' : 'onDuty')} />
      ) : null}
      <TaskGroup title={t('offered', { n: offered.length })} rows={offered} />
      <TaskGroup title={t('later', { n: later.length })} rows={later} here={next?.site.id} />
      <TaskGroup title={t('paused', { n: paused.length })} rows={paused} />
      <InstallHint />
    </div>
  )
}

type Row = Parameters<typeof TaskLine>[0]['row']

function TaskGroup({ title, rows, here }: { title: string; rows: readonly Row[]; here?: string }) {
  if (rows.length === 0) return null
  return (
    <section className="today-group">
      <h2>{title}</h2>
      <ul>
        {rows.map((row) => (
          <TaskLine key={row.id} row={row} here={row.site.id === here} />
        ))}
      </ul>
    </section>
  )
}
