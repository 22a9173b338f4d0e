import { Button, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { orders } from '../../module.ts'
import { orderStates } from '../../states.ts'
import { useOrderWrite } from '../use-order-write.ts'

const messages = defineMessages({
  title: text('并入哪一单？', 'Merge into which order?'),
  after: text(
    '{number} 会结束，报修人改为跟进所选的那一单；合并后不能拆开。',
    '{number} ends and its requester follows the chosen one; it cannot be split again.',
  ),
  merge: text('合并', 'Merge'),
  cancel: text('取消', 'Cancel'),
  done: text('已合并', 'Merged'),
  none: text('同一地点没有同类的在办工单', 'No open order of the kind at the same place'),
  next: text('不是同一件事就不用合并。', 'If it is not the same fault, there is nothing to merge.'),
  reported: text('{name}，{when}', '{name}, {when}'),
})

export interface MergeDialogProps {
  order: { id: string; number: string } | null
  onClose: () => void
}

/** Open orders of the kind at the same place, to put this one into. */
export function MergeDialog({ order, onClose }: MergeDialogProps) {
  const t = useText(messages)
  const format = useFormat()
  const [into, setInto] = useState<string>()
  const found = useRead(
    orders.actions.listDuplicates,
    { orderId: order?.id ?? '' },
    { enabled: order !== null, keep: false },
  )
  const leave = () => {
    setInto(undefined)
    onClose()
  }
  const merge = useOrderWrite(orders.actions.mergeOrder, {
    success: t('done'),
    onDone: leave,
  })
  const items = found.data?.items ?? []
  return (
    <Modal
      open={order !== null}
      title={t('title')}
      onCancel={leave}
      destroyOnHidden
      footer={
        <>
          <Button onClick={leave}>{t('cancel')}</Button>
          <Button
            type="primary"
            danger
            disabled={!into}
            loading={merge.isPending}
            onClick={() => order && into && merge.mutate({ orderId: order.id, intoOrderId: into })}
          >
            {t('merge')}
          </Button>
        </>
      }
    >
      {found.error ? <Problem error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isLoading ? <Loading /> : null}
      {found.data && items.length === 0 ? <Empty icon="orders" title={t('none')} next={t('next')} /> : null}
      {items.length > 0 ? (
        <>
          <p className="hq-soft">{t('after', { number: order?.number ?? '' })}</p>
          <fieldset className="merge-list" aria-label={t('title')}>
            {items.map((one) => (
              <label key={one.id} className={into === one.id ? 'merge-one merge-chosen' : 'merge-one'}>
                <input
                  type="radio"
                  name="merge-into"
                  checked={into === one.id}
                  onChange={() => setInto(one.id)}
                />
                <span>
                  <strong>{one.title}</strong>
                  <small className="hq-faint">
                    {one.number} ·{' '}
                    {t('reported', { name: one.requesterName, when: format.when(one.createdAt) })}
                  </small>
                </span>
                <StateTag machine={orderStates} state={one.state} />
              </label>
            ))}
          </fieldset>
        </>
      ) : null}
    </Modal>
  )
}
