import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { BulkAction } from '#ui/bulk-bar.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { orders } from '../../module.ts'
import type { OrderRow } from '../../schema.ts'

const messages = defineMessages({
  assign: text('派单', 'Assign'),
  takeOn: text('受理', 'Take on'),
  offer: text('发起抢单', 'Offer to all'),
  urgent: text('改为紧急', 'Make urgent'),
  worker: text('派给谁', 'Assign to'),
  why: text('批量调整', 'Changed together'),
  onDuty: text('在岗 · 手上 {load}/{max}', 'On duty · holds {load}/{max}'),
  offDuty: text('离岗 · 手上 {load}/{max}', 'Off duty · holds {load}/{max}'),
})

/** What a dispatcher does with several orders of a list at once; each row's `can` decides. */
export function useOrderBulk<R extends Pick<OrderRow, 'id' | 'can'>>(): readonly BulkAction<R>[] {
  const t = useText(messages)
  const findWorkers = async (words: string) => {
    const { items } = await call(orders.actions.listWorkers, { limit: 200 })
    return items
      .filter((one) => one.name.includes(words) || one.skills.some((skill) => skill.includes(words)))
      .map((one) => ({
        value: one.personId,
        label: `${one.name}（${one.skills.join('、')}）`,
        note: t(one.onDuty ? 'onDuty' : 'offDuty', { load: one.load, max: one.maxLoad }),
      }))
  }
  return [
    {
      key: 'assign',
      title: t('assign'),
      can: (row) => row.can.assign === true,
      run: (row, workerId) =>
        call(orders.actions.assignOrder, { orderId: row.id, workerId: String(workerId) }),
      form: (value, onChange) => (
        <SearchSelect
          name="orders.workers"
          label={t('worker')}
          placeholder={t('worker')}
          search={findWorkers}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      ),
    },
    {
      key: 'takeOn',
      title: t('takeOn'),
      can: (row) => row.can.takeOn === true,
      run: (row) => call(orders.actions.takeOn, { orderId: row.id }),
    },
    {
      key: 'offer',
      title: t('offer'),
      can: (row) => row.can.offer === true,
      run: (row) => call(orders.actions.offerOrder, { orderId: row.id }),
    },
    {
      key: 'urgent',
      title: t('urgent'),
      can: (row) => row.can.changeUrgency === true,
      run: (row) =>
        call(orders.actions.changeUrgency, { orderId: row.id, urgency: 'URGENT', reason: t('why') }),
    },
  ]
}
