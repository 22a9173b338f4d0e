import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { usePhone } from '#ui/use-phone.ts'
import { orders } from '../module.ts'
import type { OrderDetail } from '../schema.ts'
import { RateOrder } from './rate-order.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useAnswer } from './use-answer.ts'
import { useOrderWrite } from './use-order-write.ts'

const messages = defineMessages({
  ask: text('办好了吗？', 'Is it solved?'),
  askNote: text('几天内没有回复，视为已办好。', 'Without an answer in a few days it counts as solved.'),
  good: text('办好了，很满意', 'Solved, very good'),
  solved: text('办好了，我来打分', 'Solved, let me rate'),
  notSolved: text('没办好', 'Not solved'),
  remind: text('催办', 'Remind'),
  reminded: text('已提醒{holder}', '{holder} has been reminded'),
  promised: text('{holder}已收到提醒，承诺{when} 前办好', '{holder} was reminded; promise: {when}'),
  remindedBefore: text('已催办 {n} 次，最近一次{when}', 'Reminded {n} {n|time|times}, last {when}'),
  noted: text('，{by}替{name}记', ', noted by {by} for {name}'),
  withdraw: text('撤回', 'Withdraw'),
  withdrawNote: text('撤回后不会有人上门。需要时可以再报。', 'Nobody will come. You can report it again.'),
  reopenNote: text(
    '工单会重新派人处理，原来的记录都保留。',
    'It will be worked on again; everything so far is kept.',
  ),
  reopenTitle: text('哪里没办好？', 'What is not solved?'),
  withdrawTitle: text('为什么撤回？', 'Why withdraw it?'),
  reopenYes: text('请重新处理', 'Have it done again'),
  thanks: text('谢谢，已记录', 'Thank you, noted'),
})

const reopenReasons = [
  text('问题还在', 'The fault is still there'),
  text('只好了一部分', 'Only partly solved'),
  text('又出现了', 'It came back'),
]
const withdrawReasons = [
  text('已经自己好了', 'It is fine again'),
  text('报错了地点或类别', 'Wrong place or kind'),
  text('不需要了', 'No longer needed'),
]

/** What whoever asked may do: remind, confirm and rate in one tap, say it is not solved, withdraw. */
export function RequesterActions({ order }: { order: OrderDetail }) {
  const [dialog, setDialog] = useState<'reopen' | 'withdraw'>()
  const { can } = order
  const close = () => setDialog(undefined)
  return (
    <>
      {can.confirm ? <Verdict order={order} onReopen={() => setDialog('reopen')} /> : null}
      {!can.confirm && can.evaluate ? <RateOrder order={order} /> : null}
      <QuietActions order={order} onAsk={setDialog} />
      {dialog === 'reopen' ? <ReopenDialog order={order} onClose={close} /> : null}
      {dialog === 'withdraw' ? <WithdrawDialog order={order} onClose={close} /> : null}
    </>
  )
}

function Verdict({ order, onReopen }: { order: OrderDetail; onReopen: () => void }) {
  const t = useText(messages)
  const phone = usePhone()
  const [rating, setRating] = useState(false)
  const { answer, busy } = useAnswer(order, t('thanks'))
  const size = phone ? 'large' : 'middle'
  return (
    <section className="hq-verdict" aria-label={t('ask')}>
      <div>
        <h2>{t('ask')}</h2>
        <p className="hq-faint">{t('askNote')}</p>
      </div>
      {rating ? (
        <RateOrder order={order} confirmFirst />
      ) : (
        <div className="hq-verdict-buttons">
          <Button type="primary" size={size} loading={busy} onClick={() => answer()}>
            {t('good')}
          </Button>
          {order.can.evaluate ? (
            <Button size={size} onClick={() => setRating(true)}>
              {t('solved')}
            </Button>
          ) : null}
          {order.can.reopen ? (
            <Button size={size} onClick={onReopen}>
              {t('notSolved')}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  )
}

function QuietActions({
  order,
  onAsk,
}: {
  order: OrderDetail
  onAsk: (which: 'reopen' | 'withdraw') => void
}) {
  const t = useText(messages)
  const format = useFormat()
  const remind = useOrderWrite(orders.actions.remindOrder)
  const { can } = order
  // Newest first.
  const last = order.reminders[0]
  const done = remind.data
  // The desk notes a caller's reminder down with its own buttons (desk-actions.tsx).
  const mayRemind = can.remind && !(can.remindFor && can.changeUrgency)
  const told = can.remind && (done || last)
  if (!mayRemind && !told && !can.withdraw && !(can.reopen && !can.confirm)) return null
  return (
    <div className="hq-buttons">
      {mayRemind ? (
        <Button loading={remind.isPending} onClick={() => remind.mutate({ orderId: order.id })}>
          {t('remind')}
        </Button>
      ) : null}
      {can.reopen && !can.confirm ? <Button onClick={() => onAsk('reopen')}>{t('notSolved')}</Button> : null}
      {can.withdraw ? <Button onClick={() => onAsk('withdraw')}>{t('withdraw')}</Button> : null}
      <span role="status" className="hq-soft">
        {done
          ? done.finishDueAt
            ? t('promised', { holder: done.holderName, when: format.when(done.finishDueAt) })
            : t('reminded', { holder: done.holderName })
          : last
            ? t('remindedBefore', { n: order.reminderCount, when: format.when(last.at) })
            : null}
        {!done && last?.forName ? t('noted', { by: last.byName, name: last.forName }) : null}
      </span>
    </div>
  )
}

function ReopenDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const t = useText(messages)
  const reopen = useOrderWrite(orders.actions.reopenOrder, { quiet: true, onDone: onClose })
  return (
    <ReasonDialog
      open
      title={t('reopenTitle')}
      note={t('reopenNote')}
      usual={reopenReasons}
      yes={t('reopenYes')}
      busy={reopen.isPending}
      error={reopen.error}
      onSubmit={(reason) => reopen.mutate({ orderId: order.id, reason })}
      onClose={onClose}
    />
  )
}

function WithdrawDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const t = useText(messages)
  const withdraw = useOrderWrite(orders.actions.withdrawOrder, { quiet: true, onDone: onClose })
  return (
    <ReasonDialog
      open
      title={t('withdrawTitle')}
      note={t('withdrawNote')}
      usual={withdrawReasons}
      yes={t('withdraw')}
      busy={withdraw.isPending}
      error={withdraw.error}
      onSubmit={(reason) => withdraw.mutate({ orderId: order.id, reason })}
      onClose={onClose}
    />
  )
}
