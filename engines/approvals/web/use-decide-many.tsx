import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { BulkAction, BulkResult } from '#ui/bulk-bar.tsx'
import { decideActions } from '../actions-decide.ts'
import type { ApprovalRow } from '../schema.ts'
import { answers } from '../words.ts'
import { useApprovalWrite } from './use-approval-write.ts'

const messages = defineMessages({
  reason: text('原因，申请人会看到', 'Reason; the requester will read it'),
})

/** As many as one call takes. */
const mostAtOnce = 100

/**
 * 批量办理: one call for all that are chosen, answered for each. A phone that loses its connection sends the same call
 * again and gets the same answers.
 */
export function useDecideMany(): readonly BulkAction<ApprovalRow>[] {
  const t = useText(messages)
  const decide = useApprovalWrite(decideActions.decideMany, { quiet: true })
  const asking = (value: unknown, onChange: (value: unknown) => void) => (
    <Input.TextArea
      aria-label={t('reason')}
      placeholder={t('reason')}
      maxLength={400}
      autoSize={{ minRows: 2, maxRows: 5 }}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onChange(target.value)}
    />
  )
  return (['APPROVE', 'REFUSE', 'RETURN'] as const).map((answer) => ({
    key: answer,
    title: answers[answer],
    danger: answer === 'REFUSE',
    can: (row) => row.can.decide === true,
    runAll: async (rows, value) => {
      const reason = typeof value === 'string' ? value.trim() : ''
      const told = new Map<string, BulkResult>()
      for (let at = 0; at < rows.length; at += mostAtOnce) {
        const approvalIds = rows.slice(at, at + mostAtOnce).map(({ id }) => id)
        const { results } = await decide.mutateAsync({ approvalIds, answer, ...(reason ? { reason } : {}) })
        for (const { approvalId, ok, words } of results) told.set(approvalId, ok ? { ok } : { ok, words })
      }
      return told
    },
    ...(answer === 'APPROVE' ? {} : { form: asking }),
  }))
}
