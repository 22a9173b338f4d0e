import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { RepairDetail } from '../../schema.ts'

const messages = defineMessages({
  quotes: text('报价比较', 'Quotes compared'),
  contractor: text('单位', 'Contractor'),
  amount: text('报价', 'Amount'),
  more: text('比最低', 'Over the lowest'),
  content: text('内容', 'Content'),
  day: text('报价时间', 'Quoted'),
  lowest: text('最低', 'Lowest'),
  chosen: text('选定', 'Chosen'),
  percent: text('高 {n}%', '{n}% more'),
  mark: text('结果', 'Result'),
})

type Quotes = NonNullable<RepairDetail['major']>['quotes']

/** The quotes side by side, the lowest first, each with how far it lies above. */
export function QuoteTable({ quotes }: { quotes: Quotes }) {
  const t = useText(messages)
  const format = useFormat()
  const sorted = [...quotes].sort((a, b) => a.amountFen - b.amountFen)
  const least = sorted[0]?.amountFen ?? 0
  const over = (amount: number) => (least > 0 ? Math.round(((amount - least) / least) * 1000) / 10 : 0)
  return (
    <PlainTable
      label={t('quotes')}
      rows={sorted}
      rowKey={(quote) => quote.id}
      columns={[
        {
          key: 'contractor',
          title: t('contractor'),
          render: (quote) => (
            <span className={quote.chosen ? 'works-chosen' : undefined}>{quote.contractor}</span>
          ),
        },
        {
          key: 'amount',
          title: t('amount'),
          align: 'right',
          render: (quote) => format.money(quote.amountFen, 'yuan'),
        },
        {
          key: 'more',
          title: t('more'),
          align: 'right',
          render: (quote) => (quote.lowest ? t('lowest') : t('percent', { n: over(quote.amountFen) })),
        },
        { key: 'content', title: t('content'), render: (quote) => quote.content || '—' },
        { key: 'day', title: t('day'), render: (quote) => format.when(quote.quotedAt) },
        {
          key: 'mark',
          title: t('mark'),
          card: 'mark',
          render: (quote) => (quote.chosen ? <StateTag tone="good" title={t('chosen')} /> : null),
        },
      ]}
    />
  )
}
