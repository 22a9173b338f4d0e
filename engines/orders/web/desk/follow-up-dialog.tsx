import { Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { RowOf } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { Problem } from '#ui/problem.tsx'
import { orders } from '../../module.ts'
import { followUpOutcomes } from '../../words.ts'
import { FollowUpPhone } from './follow-up-phone.tsx'

const messages = defineMessages({
  title: text('回访 {name}', 'Call {name}'),
  outcome: text('怎么说', 'What they said'),
  words: text('原话、建议（可不填）', 'Their words, suggestions (optional)'),
  save: text('记下', 'Record'),
  saved: text('已记录', 'Recorded'),
  cancel: text('取消', 'Cancel'),
})

const outcomes = Object.keys(followUpOutcomes) as (keyof typeof followUpOutcomes)[]

/** The result of one call: one tap, and words if there are any. */
export function FollowUpDialog({
  row,
  onClose,
}: {
  row: RowOf<typeof orders.actions.listFollowUps> | null
  onClose: () => void
}) {
  const t = useText(messages)
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>()
  const [result, setResult] = useState('')
  const record = useWrite(orders.actions.recordFollowUp, {
    invalidates: ['/orders/follow-ups'],
    success: t('saved'),
    quiet: true,
    onDone: onClose,
  })
  useEffect(() => {
    if (!row) return
    setOutcome(undefined)
    setResult('')
  }, [row])
  return (
    <Modal
      open={row !== null}
      title={t('title', { name: row?.order.requesterName ?? '' })}
      onCancel={onClose}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !outcome }}
      confirmLoading={record.isPending}
      onOk={() => row && outcome && record.mutate({ followUpId: row.id, outcome, result: result.trim() })}
    >
      <div className="hq-stack hq-stack-tight">
        <p>
          {row?.order.title}{' '}
          {row?.order.requesterPhone ? (
            <FollowUpPhone followUpId={row.id} value={row.order.requesterPhone} />
          ) : null}
        </p>
        <ChoiceTiles
          label={t('outcome')}
          value={outcome}
          onChange={(value) => setOutcome(outcomes.find((one) => one === value))}
          options={outcomes.map((value) => ({ value, title: followUpOutcomes[value] }))}
        />
        <Input.TextArea
          aria-label={t('words')}
          placeholder={t('words')}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={result}
          onChange={({ target }) => setResult(target.value)}
        />
        {record.error ? <Problem error={record.error} /> : null}
      </div>
    </Modal>
  )
}
