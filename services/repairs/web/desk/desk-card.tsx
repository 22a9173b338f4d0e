import { orders } from '#engines/orders/module.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Figure, Figures } from '#ui/figure.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'

const messages = defineMessages({
  board: text('维修调度台', 'Repair desk'),
  boardNote: text('派单、接电话、看谁有空', 'Assign, take calls, see who is free'),
  calls: text('接电话代报', 'Take a call'),
  follow: text('回访', 'Follow-up calls'),
  complaints: text('投诉', 'Complaints'),
  open: text('在办', 'Open'),
  overdue: text('已超时', 'Late'),
  soon: text('一小时内到期', 'Due within the hour'),
  idle: text('派了没动', 'Assigned, not started'),
  unit: text('单', 'orders'),
})

/** How things stand this minute, and the ways in; for whoever dispatches. */
export default function DeskCard() {
  const t = useText(messages)
  const read = useRead(orders.actions.summariseOrders, { line: 'repairs' })
  const follow = useRead(orders.actions.listFollowUps, { done: false, limit: 100 })
  const complaints = useRead(orders.actions.listComplaints, { state: 'OPEN', limit: 100 })
  if (read.isPending) return <Loading />
  if (read.error && !read.data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const { open, overdue, dueSoon, notStarted } = read.data
  return (
    <div className="hq-stack hq-stack-tight">
      <Figures>
        <Figure
          title={t('overdue')}
          value={overdue}
          unit={t('unit')}
          target={0}
          better="less"
          to="/board?focus=late"
        />
        <Figure title={t('soon')} value={dueSoon} unit={t('unit')} to="/board?focus=near" />
        <Figure title={t('idle')} value={notStarted} unit={t('unit')} to="/board" />
        <Figure title={t('open')} value={open} unit={t('unit')} to="/board" />
      </Figures>
      <Tiles>
        <Tile to="/board" icon="board" title={t('board')} note={t('boardNote')} />
        <Tile to="/board?call=1" icon="phone" title={t('calls')} />
        <Tile
          to="/orders/follow-ups"
          icon="desk"
          title={t('follow')}
          badge={follow.data?.items.filter((one) => one.can.record).length}
        />
        <Tile
          to="/orders/complaints"
          icon="satisfaction"
          title={t('complaints')}
          badge={complaints.data?.items.length}
        />
      </Tiles>
    </div>
  )
}
