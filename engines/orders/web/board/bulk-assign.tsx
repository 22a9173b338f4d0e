import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { orders } from '../../module.ts'
import { useOrderWrite } from '../use-order-write.ts'
import type { BoardOrder } from './board-order.ts'
import type { BoardWorker } from './use-board-workers.ts'
import { WorkerHead } from './worker-head.tsx'

const messages = defineMessages({
  chosen: text('已选 {n} 单', '{n} selected'),
  clear: text('不选了', 'Clear'),
  assign: text('一起派单', 'Assign together'),
  title: text('{n} 单派给谁？', 'Assign {n} orders to whom?'),
  go: text('派给 {name}', 'Assign to {name}'),
  choose: text('先选一个人', 'Choose somebody'),
  results: text('派单结果', 'What came of it'),
  done: text('已派', 'Assigned'),
  refused: text('没派成', 'Refused'),
  close: text('知道了', 'Close'),
})

type Results = OutputOf<typeof orders.actions.assignOrders>['results']

export interface BulkAssignProps {
  chosen: readonly BoardOrder[]
  workers: readonly BoardWorker[]
  onClear: () => void
}

/** Several cards to one worker; each card's own result is shown. */
export function BulkAssign({ chosen, workers, onClear }: BulkAssignProps) {
  const t = useText(messages)
  const [open, setOpen] = useState(false)
  const [workerId, setWorkerId] = useState<string>()
  const [results, setResults] = useState<Results>()
  const assign = useOrderWrite(orders.actions.assignOrders, {
    onDone: (answer) => setResults(answer.results),
  })
  const worker = workers.find((one) => one.personId === workerId)
  const leave = () => {
    if (results) onClear()
    setResults(undefined)
    setWorkerId(undefined)
    setOpen(false)
  }
  const foot = results ? (
    <Button type="primary" onClick={leave}>
      {t('close')}
    </Button>
  ) : (
    <Button
      type="primary"
      disabled={!worker}
      loading={assign.isPending}
      onClick={() =>
        worker && assign.mutate({ orderIds: chosen.map(({ id }) => id), workerId: worker.personId })
      }
    >
      {worker ? t('go', { name: worker.name }) : t('choose')}
    </Button>
  )
  return (
    <>
      {chosen.length > 0 ? (
        <div className="board-bulk" role="toolbar" aria-label={t('chosen', { n: chosen.length })}>
          <strong>{t('chosen', { n: chosen.length })}</strong>
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('assign')}
          </Button>
          <Button type="text" onClick={onClear}>
            {t('clear')}
          </Button>
        </div>
      ) : null}
      <Modal
        open={open}
        title={results ? t('results') : t('title', { n: chosen.length })}
        onCancel={leave}
        footer={foot}
        destroyOnHidden
      >
        {results ? (
          <ul className="hq-bulk-rows">
            {results.map((one) => (
              <li key={one.orderId}>
                <span>{one.number ?? one.orderId}</span>
                <StateTag tone={one.ok ? 'good' : 'bad'} title={t(one.ok ? 'done' : 'refused')} />
                {one.message ? <p className="hq-soft">{one.message}</p> : null}
              </li>
            ))}
          </ul>
        ) : (
          <fieldset className="assign-list" aria-label={t('title', { n: chosen.length })}>
            {workers.map((one) => (
              <label
                key={one.personId}
                className={one.personId === workerId ? 'assign-one assign-chosen' : 'assign-one'}
              >
                <input
                  type="radio"
                  name="bulk-worker"
                  checked={one.personId === workerId}
                  onChange={() => setWorkerId(one.personId)}
                />
                <WorkerHead worker={one} />
              </label>
            ))}
          </fieldset>
        )}
      </Modal>
    </>
  )
}
