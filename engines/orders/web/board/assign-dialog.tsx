import { Button, Input, Modal } from 'antd'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { orders } from '../../module.ts'
import type { OrderRow } from '../../schema.ts'
import { useOrderWrite } from '../use-order-write.ts'
import { WorkerHead } from './worker-head.tsx'

const messages = defineMessages({
  assign: text('派给谁？', 'Assign to whom?'),
  transfer: text('转派给谁？', 'Reassign to whom?'),
  keys: text('↑ ↓ 选人，回车派单', '↑ ↓ to choose, Enter to assign'),
  reason: text('转派原因（原承办人会看到）', 'Why (the former worker sees it)'),
  usual: text('就近调整', 'Somebody nearer'),
  go: text('派给 {name}', 'Assign to {name}'),
  choose: text('先选一个人', 'Choose somebody'),
  turn: text('轮询派单', 'By turn'),
  offer: text('发起抢单', 'Offer to all'),
  done: text('已派给 {name}', 'Assigned to {name}'),
  turned: text('已按轮次派单', 'Assigned by turn'),
  offered: text('已发出抢单', 'Offered to all'),
  none: text('没有可派的人', 'Nobody to assign to'),
  next: text('请在人员名单中登记维修人员和技能。', 'Enter workers and their skills in the directory.'),
})

export interface AssignDialogProps {
  order: Pick<OrderRow, 'id' | 'number' | 'title' | 'worker' | 'can'> | null
  /** Already chosen by dropping the card on a name; only the reason is asked for. */
  workerId?: string
  onClose: () => void
}

/** Who could take it, best first, with skill, load and distance; arrows and Enter, or a click. */
export function AssignDialog({ order, workerId, onClose }: AssignDialogProps) {
  const t = useText(messages)
  const [chosenId, setChosenId] = useState<string>()
  const [reason, setReason] = useState('')
  // While it opens, the dialog gives the focus to its first button: Enter would close it. The list comes after that.
  const [opened, setOpened] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const transfers = order !== null && !order.can.assign
  const found = useRead(
    orders.actions.listCandidates,
    { orderId: order?.id ?? '' },
    { enabled: order !== null, keep: false },
  )
  const items = opened ? found.data?.items : undefined
  // Whoever has it already is no one to hand it to.
  const people = (items ?? []).filter(({ personId }) => personId !== order?.worker?.id)
  // By person, not by place in the list: somebody else's change must not move the choice.
  const chosen = Math.max(
    0,
    people.findIndex((one) => one.personId === (chosenId ?? workerId)),
  )
  const person = people[chosen]
  const options = (success: string) => ({ success, onDone: onClose })
  const said = t('done', { name: person?.name ?? '' })
  const assign = useOrderWrite(orders.actions.assignOrder, options(said))
  const transfer = useOrderWrite(orders.actions.transferOrder, options(said))
  const turn = useOrderWrite(orders.actions.assignByTurn, options(t('turned')))
  const offer = useOrderWrite(orders.actions.offerOrder, options(t('offered')))
  const busy = assign.isPending || transfer.isPending
  useEffect(() => {
    if (!order) return
    setReason('')
    setChosenId(undefined)
  }, [order])
  useLayoutEffect(() => {
    if (people.length > 0) list.current?.focus()
  }, [people.length])
  const go = () => {
    if (!order || !person || busy) return
    if (transfers) {
      transfer.mutate({
        orderId: order.id,
        workerId: person.personId,
        reason: reason.trim() || t('usual'),
      })
    } else assign.mutate({ orderId: order.id, workerId: person.personId })
  }
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      const next = Math.min(people.length - 1, Math.max(0, chosen + step))
      setChosenId(people[next]?.personId)
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') go()
    else return
    event.preventDefault()
  }
  return (
    <Modal
      open={order !== null}
      onCancel={onClose}
      afterOpenChange={setOpened}
      title={t(transfers ? 'transfer' : 'assign')}
      destroyOnHidden
      footer={
        <div className="assign-foot">
          {order?.can.turn && !transfers ? (
            <Button loading={turn.isPending} onClick={() => turn.mutate({ orderId: order.id })}>
              {t('turn')}
            </Button>
          ) : null}
          {order?.can.offer ? (
            <Button loading={offer.isPending} onClick={() => offer.mutate({ orderId: order.id })}>
              {t('offer')}
            </Button>
          ) : null}
          <Button type="primary" disabled={!person} loading={busy} onClick={go}>
            {person ? t('go', { name: person.name }) : t('choose')}
          </Button>
        </div>
      }
    >
      <p className="hq-soft">
        {order?.title} <span className="hq-faint hq-nowrap">{order?.number}</span>
      </p>
      {found.error ? <Problem error={found.error} onRetry={() => void found.refetch()} /> : null}
      {items || found.error ? null : <Loading />}
      {items && people.length === 0 ? <Empty icon="people" title={t('none')} next={t('next')} /> : null}
      {people.length > 0 ? (
        <>
          <p className="hq-faint">{t('keys')}</p>
          <div
            ref={list}
            className="assign-list"
            role="listbox"
            tabIndex={0}
            aria-label={t(transfers ? 'transfer' : 'assign')}
            aria-activedescendant={person ? `assign-${person.personId}` : undefined}
            onKeyDown={onKey}
          >
            {people.map((one, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys, as a listbox does
              <div
                key={one.personId}
                id={`assign-${one.personId}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                className={index === chosen ? 'assign-one assign-chosen' : 'assign-one'}
                onClick={() => setChosenId(one.personId)}
                onDoubleClick={go}
              >
                <WorkerHead worker={one} fit={one} />
              </div>
            ))}
          </div>
        </>
      ) : null}
      {transfers ? (
        <label className="assign-reason" htmlFor="assign-reason">
          <span>{t('reason')}</span>
          <Input
            id="assign-reason"
            value={reason}
            placeholder={t('usual')}
            maxLength={400}
            onChange={({ target }) => setReason(target.value)}
            onPressEnter={go}
          />
        </label>
      ) : null}
    </Modal>
  )
}
