import { App } from 'antd'
import { useState } from 'react'
import { orders } from '#engines/orders/module.ts'
import type { OrderRow } from '#engines/orders/schema.ts'
import { ReasonDialog } from '#engines/orders/web/reason-dialog.tsx'
import { useOrderWrite } from '#engines/orders/web/use-order-write.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { PauseSheet } from './pause-sheet.tsx'
import { useOrderDeed } from './use-order-deed.ts'

const messages = defineMessages({
  claim: text('抢单', 'Claim it'),
  take: text('接单', 'Accept'),
  start: text('到场，开工', 'I am there: start'),
  resume: text('继续干', 'Go on'),
  finish: text('完工', 'Finish'),
  fill: text('填清单，完工', 'Checklist and finish'),
  pause: text('暂停', 'Pause'),
  refuse: text('退回', 'Return'),
  refuseTitle: text('为什么退回？', 'Why return it?'),
  refuseNote: text(
    '退回后由调度另派，报修人的承诺时间不变。',
    'The desk assigns somebody else; the promise to the requester stays.',
  ),
  refused: text('已退回调度', 'Returned to the desk'),
  taken: text('已接单', 'Accepted'),
  started: text('开工', 'Started'),
  resumed: text('继续干', 'Went on'),
})

/** Milliseconds in which a second tap of the same thumb does not press what has come under it. */
const restMs = 600

const whyRefuse: readonly Text[] = [
  text('正忙，赶不过去', 'Busy, cannot get there'),
  text('不是我的工种', 'Not my trade'),
  text('今天不在岗', 'Not on duty today'),
  text('需要两个人', 'It needs two people'),
]

export interface TaskStepsProps {
  row: Pick<OrderRow, 'id' | 'state' | 'can'>
  /** Finishes here; absent on the first screen, where the task is opened for it. */
  onFinish?: () => void
  /** The task's own page. */
  openTo?: string
}

/** The one next step as a large button, and the two ways out beside it. */
export function TaskSteps({ row, onFinish, openTo }: TaskStepsProps) {
  const t = useText(messages)
  const go = useGo()
  const [asking, setAsking] = useState<'pause' | 'refuse'>()
  const close = () => setAsking(undefined)
  const claim = useOrderWrite(orders.actions.claimOrder)
  const { message } = App.useApp()
  const take = useOrderDeed(orders.actions.takeOrder)
  const start = useOrderDeed(orders.actions.startOrder)
  const resume = useOrderDeed(orders.actions.resumeOrder)
  const refuse = useOrderWrite(orders.actions.refuseOrder, {
    success: t('refused'),
    quiet: true,
    onDone: () => go('/'),
  })
  const { can, id: orderId } = row
  const [resting, setResting] = useState(false)
  const press = () => {
    setResting(true)
    setTimeout(() => setResting(false), restMs)
    void primary?.run()
  }
  const takeIt = async () => {
    if (await take({ orderId }, t('take'))) message.success(t('taken'))
  }
  const startIt = async () => {
    if ((await start({ orderId }, t('started'))) && openTo) go(openTo)
  }
  const primary = can.claim
    ? { title: t('claim'), run: () => claim.mutate({ orderId }), busy: claim.isPending }
    : can.take
      ? { title: t('take'), run: takeIt, busy: false }
      : can.start
        ? { title: t('start'), run: startIt, busy: false }
        : can.resume
          ? { title: t('resume'), run: () => void resume({ orderId }, t('resumed')), busy: false }
          : can.finish
            ? {
                title: t(onFinish ? 'finish' : 'fill'),
                run: onFinish ?? (() => go(openTo ?? '/')),
                busy: false,
              }
            : null
  if (!primary && !can.refuse && !can.pause) return null
  return (
    <div className="task-steps">
      {primary ? (
        <button
          type="button"
          className="task-button task-primary"
          disabled={primary.busy || resting}
          aria-busy={primary.busy}
          onClick={press}
        >
          {primary.title}
        </button>
      ) : null}
      <div className="task-ways-out">
        {can.pause ? (
          <button type="button" className="task-button" onClick={() => setAsking('pause')}>
            {t('pause')}
          </button>
        ) : null}
        {can.refuse && row.state !== 'IN_PROGRESS' ? (
          <button type="button" className="task-button" onClick={() => setAsking('refuse')}>
            {t('refuse')}
          </button>
        ) : null}
      </div>
      <PauseSheet orderId={orderId} open={asking === 'pause'} onClose={close} />
      <ReasonDialog
        open={asking === 'refuse'}
        title={t('refuseTitle')}
        note={t('refuseNote')}
        usual={whyRefuse}
        yes={t('refuse')}
        busy={refuse.isPending}
        error={refuse.error}
        onSubmit={(reason) => refuse.mutate({ orderId, reason })}
        onClose={close}
      />
    </div>
  )
}
