import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { type Column, PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { orders } from '../module.ts'
import { costKinds } from '../words.ts'

const messages = defineMessages({
  title: text('费用', 'Cost'),
  total: text('合计 {sum}', '{sum} in all'),
  what: text('用了什么', 'What'),
  kind: text('类别', 'Kind'),
  quantity: text('数量', 'Quantity'),
  amount: text('金额', 'Amount'),
  corrected: text('已冲销', 'Cancelled'),
  correction: text('冲销：{reason}', 'Cancels an entry: {reason}'),
})

type Cost = OutputOf<typeof orders.actions.listCosts>['items'][number]

/** Parts, labour and other costs of an order, as the served unit sees them too; nothing where nothing was spent. */
export function OrderCosts({ orderId }: { orderId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const costs = useRead(orders.actions.listCosts, { orderId })
  if (costs.error) return <Problem error={costs.error} onRetry={() => void costs.refetch()} />
  if (!costs.data || costs.data.items.length === 0) return null
  return (
    <Section
      title={t('title')}
      extra={<strong>{t('total', { sum: format.money(costs.data.totalFen, 'yuan') })}</strong>}
    >
      <CostTable costs={costs.data.items} />
    </Section>
  )
}

function CostTable({ costs }: { costs: readonly Cost[] }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const columns: Column<Cost>[] = [
    {
      key: 'what',
      title: t('what'),
      render: (cost) => (
        <>
          {cost.title}
          {cost.corrected ? <small className="hq-faint"> {t('corrected')}</small> : null}
          {cost.correctsId ? (
            <small className="hq-faint"> {t('correction', { reason: cost.reason })}</small>
          ) : null}
        </>
      ),
    },
    { key: 'kind', title: t('kind'), render: (cost) => say(costKinds[cost.kind]) },
    {
      key: 'quantity',
      title: t('quantity'),
      align: 'right',
      render: (cost) =>
        `${format.number(cost.quantity, { unit: cost.unit })} × ${format.money(cost.unitPriceFen, 'yuan')}`,
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      card: 'mark',
      render: (cost) => format.money(cost.amountFen, 'yuan'),
    },
  ]
  return <PlainTable label={t('title')} columns={columns} rows={costs} rowKey={(cost) => cost.id} />
}
